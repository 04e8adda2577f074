package dev.tradewind.ingest.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How bad each problem is, as far as that is a matter of choice.
 *
 * <ul>
 *   <li>A remark may be raised to an error, which then rejects the submission in either mode, or
 *       turned off.
 *   <li>A problem of a row may be lowered to a warning: the row is left out without rejecting the
 *       submission, and its month is not taken as known. It cannot be turned off: a row must not
 *       vanish unseen.
 *   <li>A problem of a file stays an error, since there is nothing that could be read instead, or
 *       since sums would be wrong. Only the comparison with the past may be lowered or turned off.
 * </ul>
 */
public final class Severities {
  /** As the codes have them by themselves. */
  public static final Severities DEFAULT = new Severities(Map.of());

  private static final Set<ProblemCode> CHANGEABLE_OF_FILES = Set.of(ProblemCode.UNIT_SLIP);

  /** Tells that a month is a hole; who turned that off would take it for the truth. */
  private static final Set<ProblemCode> NEVER_OFF = Set.of(ProblemCode.ROW_LIMIT);

  /** A chosen severity; null within is off. */
  private record Choice(@Nullable Severity severity) {}

  private final Map<ProblemCode, Choice> choices = new EnumMap<>(ProblemCode.class);

  private Severities(Map<ProblemCode, Choice> choices) {
    this.choices.putAll(choices);
  }

  /**
   * Reads the configuration: codes with {@code error}, {@code warning} or {@code off}.
   *
   * @throws IllegalArgumentException that says which choice is not allowed, and why
   */
  public static Severities of(Map<String, String> configured) {
    Map<ProblemCode, Choice> choices = new EnumMap<>(ProblemCode.class);
    configured.forEach((id, text) -> choices.put(code(id), choice(id, text)));
    choices.forEach(Severities::check);
    return new Severities(choices);
  }

  private static ProblemCode code(String id) {
    ProblemCode code = ProblemCode.of(id);
    if (code == null) {
      throw new IllegalArgumentException("there is no problem code '" + id + "'");
    }
    return code;
  }

  private static Choice choice(String id, String text) {
    return switch (text) {
      case "error" -> new Choice(Severity.ERROR);
      case "warning" -> new Choice(Severity.WARNING);
      case "off" -> new Choice(null);
      default ->
          throw new IllegalArgumentException(
              "the severity of '" + id + "' is error, warning or off, not '" + text + "'");
    };
  }

  private static void check(ProblemCode code, Choice choice) {
    if (choice.severity == Severity.ERROR) {
      return;
    }
    if (code.rejectsFile() && !CHANGEABLE_OF_FILES.contains(code)) {
      throw new IllegalArgumentException(
          "'" + code.id() + "' must stay an error: it protects the exactness of sums");
    }
    if (choice.severity == null && (code.leavesRowOut() || NEVER_OFF.contains(code))) {
      throw new IllegalArgumentException(
          "'" + code.id() + "' cannot be off: what it leaves out must be seen");
    }
  }

  /** How bad it is; null if it is off. */
  public @Nullable Severity of(ProblemCode code) {
    Choice choice = choices.get(code);
    return choice == null ? code.severity() : choice.severity;
  }
}
