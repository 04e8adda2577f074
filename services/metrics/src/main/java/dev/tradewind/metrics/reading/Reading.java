package dev.tradewind.metrics.reading;

import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.group.Groups;
import java.time.Instant;
import java.util.Optional;

/**
 * What a question reads, in one snapshot of the database: the facts of one currency as they are, or
 * as they were. Whoever reads through it answers {@code asOf} without knowing.
 *
 * @param session the snapshot
 * @param version which state of the database it is
 * @param currency ISO 4217
 * @param groups groups of regions and partners, sectors of one's own
 * @param coverage what is known
 * @param live which submissions count, a condition on {@code submission s}
 * @param facts what to read facts {@code FROM}, to be given an alias
 * @param slices what to read sums {@code FROM} where all regions stand in one row, the same
 * @param sliceCells what to read sums {@code FROM} a row for each region, the same
 * @param reference what to read reported figures of the nation {@code FROM}, the same
 * @param levels which facts count in sums, conditions on the alias {@code f} of facts
 * @param then the earlier time that is asked for, if one is
 */
public record Reading(
    Session session,
    Version version,
    String currency,
    Groups groups,
    Coverage coverage,
    String live,
    String facts,
    String slices,
    String sliceCells,
    String reference,
    Levels levels,
    Optional<Instant> then) {
  /** What stands in the tables. */
  public static Reading now(
      Session session, Version version, String currency, Groups groups, Coverage coverage) {
    return new Reading(
        session,
        version,
        currency,
        groups,
        coverage,
        LiveBoxes.LIVE,
        "fact",
        "slice",
        "slice_cell",
        "reference",
        levels(coverage, LiveBoxes.LIVE),
        Optional.empty());
  }

  /** The same, asked for as of an instant. */
  Reading at(Instant instant) {
    return new Reading(
        session,
        version,
        currency,
        groups,
        coverage,
        live,
        facts,
        slices,
        sliceCells,
        reference,
        levels,
        Optional.of(instant));
  }

  static Levels levels(Coverage coverage, String live) {
    return coverage.mixesLevels() ? Levels.mixed(live) : Levels.UNMIXED;
  }
}
