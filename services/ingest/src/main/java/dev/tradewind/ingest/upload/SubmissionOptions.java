package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.check.DeclaredCoverage;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says about a submission.
 *
 * @param period the month of files that do not state it
 * @param currency what the sender says the currency is
 * @param mode {@code strict} or {@code lenient}
 * @param coverage what the files cover beyond what they list
 * @param label what the data are, if not official
 * @param force whether contents that came before are meant as a new vintage
 * @param dryRun whether only to say what would happen
 * @param provisional whether the sender calls the figures provisional; the same contents called
 *     final are another submission
 * @param name of the file, if there is one
 */
public record SubmissionOptions(
    @Nullable YearMonth period,
    @Nullable String currency,
    String mode,
    DeclaredCoverage coverage,
    @Nullable String label,
    boolean force,
    boolean dryRun,
    boolean provisional,
    @Nullable String name) {

  /** The only direction of trade that is read. */
  static final String FLOW = "export";

  private static final Set<String> PARAMETERS =
      new TreeSet<>(
          Set.of(
              "period",
              "currency",
              "flow",
              "mode",
              "coverage",
              "force",
              "label",
              "name",
              "dryRun",
              "status"));

  /**
   * Reads the query parameters.
   *
   * @throws ProblemException if one is not known or not valid
   */
  public static SubmissionOptions of(MultivaluedMap<String, String> query) {
    for (String name : query.keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw Problem.badParameter(
                name, "is not known; allowed are " + String.join(", ", PARAMETERS))
            .asException();
      }
    }
    String flow = choice(query, "flow", FLOW, "import");
    if ("import".equals(flow)) {
      throw Problem.of(400, "import-flow", "Tradewind reads exports only.")
          .withDetail("flow=import was asked for.")
          .withAdvice("Send export statistics, with flow=export or without the parameter.")
          .asException();
    }
    String mode = choice(query, "mode", "strict", "lenient");
    String force = choice(query, "force", "true", "false");
    String dryRun = choice(query, "dryRun", "true", "false");
    String status = choice(query, "status", "final", "provisional");
    return new SubmissionOptions(
        parsed(query, "period", SubmissionOptions::month),
        choice(query, "currency", "USD", "CNY"),
        mode == null ? "strict" : mode,
        coverage(query),
        parsed(query, "label", SubmissionOptions::label),
        "true".equals(force),
        "true".equals(dryRun),
        "provisional".equals(status),
        value(query, "name"));
  }

  private static DeclaredCoverage coverage(MultivaluedMap<String, String> query) {
    DeclaredCoverage coverage = parsed(query, "coverage", DeclaredCoverage::parse);
    return coverage == null ? DeclaredCoverage.NONE : coverage;
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("write the month as yyyy-mm, such as 2025-07", e);
    }
  }

  private static String label(String text) {
    if (!text.matches("[a-z0-9 -]{1,40}")) {
      throw new IllegalArgumentException(
          "at most 40 small letters, digits, spaces and hyphens, such as 'modelled'");
    }
    return text;
  }

  private static @Nullable String choice(
      MultivaluedMap<String, String> query, String name, String... allowed) {
    return parsed(
        query,
        name,
        text -> {
          if (!List.of(allowed).contains(text)) {
            throw new IllegalArgumentException(
                "'" + text + "' is not known; use " + String.join(" or ", allowed));
          }
          return text;
        });
  }

  private static <T> @Nullable T parsed(
      MultivaluedMap<String, String> query, String name, Function<String, T> parser) {
    String text = value(query, name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter(name, e.getMessage() == null ? "not valid" : e.getMessage())
          .asException();
    }
  }

  private static @Nullable String value(MultivaluedMap<String, String> query, String name) {
    List<String> values = query.get(name);
    if (values == null || values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw Problem.badParameter(name, "is given more than once").asException();
    }
    return values.get(0);
  }

  /** The options that belong to the identity of a submission, always in the same words. */
  String canonical() {
    return "period=%s;currency=%s;flow=%s;mode=%s;coverage=%s%s"
        .formatted(
            period == null ? "" : period,
            currency == null ? "" : currency,
            FLOW,
            mode,
            coverage.canonical(),
            provisional ? ";status=provisional" : "");
  }
}
