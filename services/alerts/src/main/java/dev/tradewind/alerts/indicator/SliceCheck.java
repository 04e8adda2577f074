package dev.tradewind.alerts.indicator;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import java.util.regex.Pattern;

/**
 * Whether an event that could be parsed also makes sense, so that nothing stored can stop an
 * evaluation later.
 */
public final class SliceCheck {
  private static final Pattern PARTNER = Pattern.compile("[A-Z0-9]{3,8}");
  private static final Pattern SECTOR = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,59}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern REGION = Pattern.compile("CN(-[A-Z]{2})?");

  private SliceCheck() {}

  /**
   * Passes events that make sense.
   *
   * @throws IllegalArgumentException naming what does not
   */
  @SuppressWarnings("ConstantValue") // JSON leaves absent fields null, whatever their type says
  public static void check(IndicatorEvent event) {
    require(event.submission() != null, "no submission");
    require(event.epoch() >= 1, "an epoch below 1");
    require(event.applySeq() >= 0, "an applySeq below 0");
    if (event instanceof Slice slice) {
      check(slice);
    } else if (event instanceof SubmissionApplied close) {
      check(close);
    }
  }

  private static void check(Slice slice) {
    version(slice.schemaVersion());
    require(slice.number() >= 0, "a number below 0");
    require(slice.window() != null && slice.period() != null, "no window or period");
    matches(PARTNER, slice.partner(), "partner");
    matches(SECTOR, slice.sector(), "sector");
    matches(CURRENCY, slice.currency(), "currency");
    require(slice.rows() != null, "no rows");
    for (IndicatorRow row : slice.rows()) {
      matches(REGION, row.region(), "region");
      require(row.status() != null, "a row without status");
      Figures.of(row);
    }
  }

  private static void check(SubmissionApplied close) {
    version(close.schemaVersion());
    require(close.events() >= 0, "events below 0");
    require(close.cause() != null && close.appliedAt() != null, "no cause or time");
    require(close.newest() != null, "no newest periods");
    for (IndicatorEvent.Newest newest : close.newest()) {
      matches(PARTNER, newest.partner(), "partner");
      matches(SECTOR, newest.sector(), "sector");
      matches(CURRENCY, newest.currency(), "currency");
      require(newest.window() != null && newest.period() != null, "no window or period");
    }
    for (IndicatorEvent.PolicyEvent event : close.timeline()) {
      require(event != null && event.id() != null && event.date() != null, "not a policy event");
      require(
          event.titleEn() != null
              && event.titleZh() != null
              && event.kind() != null
              && event.source() != null,
          "a policy event without title, kind or source");
    }
    for (IndicatorEvent.RegionGroup group : close.groups()) {
      require(group != null && group.id() != null && group.members() != null, "not a group");
      require(group.nameEn() != null && group.nameZh() != null, "a group without names");
    }
  }

  private static void version(int version) {
    require(
        version == IndicatorEvent.SCHEMA_VERSION,
        "schema version " + version + " is not " + IndicatorEvent.SCHEMA_VERSION);
  }

  private static void matches(Pattern pattern, String text, String what) {
    require(text != null && pattern.matcher(text).matches(), "not a " + what);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
