package dev.tradewind.metrics.event;

import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as a client writes it. */
@RegisterForReflection
@Schema(name = "MetricsEventDraft")
record EventDraft(
    @Schema(required = true, examples = "2025-05-12") @Nullable String date,
    @Schema(description = "the last day, if it lasted", examples = "2025-08-12")
        @Nullable String endDate,
    @Schema(required = true, maxLength = 200) @Nullable String titleEn,
    @Schema(required = true, maxLength = 200) @Nullable String titleZh,
    @Schema(
            required = true,
            enumeration = {
              "tariff",
              "de-minimis",
              "truce",
              "export-control",
              "talks",
              "order",
              "other"
            })
        @Nullable String kind,
    @Schema(required = true, maxLength = 500) @Nullable String source) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_ID = 80;
  private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /**
   * The event, under an id made from it unless one is given.
   *
   * @throws dev.tradewind.platform.problem.ProblemException 400 with all that is wrong
   */
  PolicyEvent checked(@Nullable String id) {
    List<Violation> wrong = new ArrayList<>();
    LocalDate first = day("date", date, wrong);
    LocalDate last = endDate == null ? null : day("endDate", endDate, wrong);
    if (first != null && last != null && last.isBefore(first)) {
      wrong.add(new Violation("endDate", "lies before date"));
    }
    String en = text("titleEn", titleEn, LONGEST_TITLE, wrong);
    String zh = text("titleZh", titleZh, LONGEST_TITLE, wrong);
    String from = text("source", source, LONGEST_SOURCE, wrong);
    String sort = kind == null ? "" : kind;
    if (!EventKind.IDS.contains(sort)) {
      wrong.add(new Violation("kind", "must be one of " + String.join(", ", EventKind.IDS)));
    }
    if (!wrong.isEmpty() || first == null) {
      throw Problem.of(400, "bad-event", "The event is not valid.")
          .withErrors(wrong)
          .withAdvice("Correct the fields that errors names and send it again.")
          .asException();
    }
    return new PolicyEvent(id == null ? id(first, en) : id, first, last, en, zh, sort, from);
  }

  private static @Nullable LocalDate day(
      String field, @Nullable String text, List<Violation> wrong) {
    try {
      if (text != null) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException notADay) {
      // Said below.
    }
    wrong.add(new Violation(field, "must be a day such as 2025-04-02"));
    return null;
  }

  private static String text(
      String field, @Nullable String text, int longest, List<Violation> wrong) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.isEmpty()) {
      wrong.add(new Violation(field, "must not be empty"));
    } else if (stripped.length() > longest) {
      wrong.add(new Violation(field, "must not be longer than " + longest + " characters"));
    } else if (CONTROL.matcher(stripped).find()) {
      wrong.add(new Violation(field, "must be one line without control characters"));
    }
    return stripped;
  }

  private static String id(LocalDate date, String title) {
    String plain =
        NOT_PLAIN
            .matcher(Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
            .replaceAll("-")
            .replaceAll("^-|-$", "");
    String id = date + "-" + plain;
    return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID).replaceAll("-$", "");
  }
}
