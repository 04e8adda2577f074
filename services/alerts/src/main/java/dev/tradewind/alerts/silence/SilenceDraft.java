package dev.tradewind.alerts.silence;

import dev.tradewind.alerts.matching.Matchers;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A silence as somebody asks for it.
 *
 * @param matchers all must hold
 * @param startsAt now if absent
 * @param endsAt when it ends by itself
 * @param author whoever asks, if absent
 * @param comment why
 */
@Schema(name = "SilenceDraft", description = "Incidents that are not to be told for a while.")
@RegisterForReflection
record SilenceDraft(
    @Schema(
            description = "Matchers with =, !=, =~ or !~ over labels; all must hold.",
            examples = "[\"region=\\\"CN-YN\\\"\", \"severity=warning\"]")
        @Nullable List<String> matchers,
    @Schema(examples = "2025-09-01T00:00:00Z", description = "Now if absent.")
        @Nullable Instant startsAt,
    @Schema(examples = "2035-09-15T00:00:00Z") @Nullable Instant endsAt,
    @Schema(examples = "jane@example.org", description = "The caller if absent.")
        @Nullable String author,
    @Schema(examples = "Known: a plant is closed for repairs.") @Nullable String comment) {
  private static final int MOST_MATCHERS = 20;
  private static final int LONGEST_COMMENT = 1000;
  private static final int LONGEST_AUTHOR = 200;
  private static final Duration LONGEST = Duration.ofDays(3660);

  /** A silence that makes sense. */
  record Checked(
      Matchers matchers, Instant startsAt, Instant endsAt, String author, String comment) {}

  /** Answers 400, with all that is wrong. */
  Checked checked(Instant now, String caller) {
    List<Violation> violations = new ArrayList<>();
    Matchers checked = matchers(violations);
    Instant start = startsAt == null ? now : startsAt;
    Instant end = endsAt == null ? start : endsAt;
    if (endsAt == null) {
      violations.add(new Violation("endsAt", "say when it ends, such as 2025-09-15T00:00:00Z."));
    } else if (!end.isAfter(start) || !end.isAfter(now)) {
      violations.add(new Violation("endsAt", "use a moment after the start and after now."));
    } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      violations.add(new Violation("endsAt", "use at most ten years; disable the rule instead."));
    }
    String why = comment == null ? "" : comment.strip();
    if (why.isEmpty() || why.length() > LONGEST_COMMENT) {
      violations.add(
          new Violation("comment", "say why, in at most " + LONGEST_COMMENT + " characters."));
    }
    String who = author == null || author.isBlank() ? caller : author.strip();
    if (who.length() > LONGEST_AUTHOR) {
      violations.add(new Violation("author", "use at most " + LONGEST_AUTHOR + " characters."));
    }
    if (!violations.isEmpty()) {
      throw Problem.of(400, "bad-silence", "The silence is not valid.")
          .withErrors(violations)
          .asException();
    }
    return new Checked(checked, start, end, who, why);
  }

  private Matchers matchers(List<Violation> violations) {
    List<String> texts = matchers == null ? List.of() : matchers;
    if (texts.isEmpty() || texts.size() > MOST_MATCHERS) {
      violations.add(new Violation("matchers", "give 1 to " + MOST_MATCHERS + " matchers."));
      return Matchers.NONE;
    }
    for (int i = 0; i < texts.size(); i++) {
      try {
        Matchers.of(texts.subList(i, i + 1));
      } catch (IllegalArgumentException e) {
        violations.add(new Violation("matchers[" + i + "]", String.valueOf(e.getMessage())));
      }
    }
    if (!violations.isEmpty()) {
      return Matchers.NONE;
    }
    Matchers all = Matchers.of(texts);
    if (all.matchEverything()) {
      violations.add(
          new Violation(
              "matchers",
              "at least one must say what a label is; severity=~\".+\" is everything."));
    }
    return all;
  }
}
