package dev.tradewind.metrics.answer;

import dev.tradewind.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on, in the state of the database that its first part was made from (protocol
 * rule 13).
 */
public final class Cursor {
  private Cursor() {}

  /** After the row with those keys. */
  public static String after(Version version, List<String> keys) {
    List<String> parts = new ArrayList<>();
    parts.add(String.valueOf(version.epoch()));
    parts.add(String.valueOf(version.applySeq()));
    parts.add(String.valueOf(version.catalogSeq()));
    parts.addAll(keys);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The keys of a cursor.
   *
   * @param count how many there must be
   * @throws dev.tradewind.platform.problem.ProblemException 409 if data were merged since the first
   *     part, 400 if it is no cursor of this list
   */
  public static List<String> keys(String cursor, Version version, int count) {
    String[] parts;
    try {
      parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
              .split("\\|", -1);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    if (parts.length != count + 3) {
      throw invalid();
    }
    List<String> all = List.of(parts);
    if (!all.get(0).equals(String.valueOf(version.epoch()))
        || !all.get(1).equals(String.valueOf(version.applySeq()))
        || !all.get(2).equals(String.valueOf(version.catalogSeq()))) {
      throw Problem.of(
              409,
              "data-moved",
              "Data or groups have changed since the list's first part was read.")
          .withAdvice("Ask again without cursor: the parts of one list must fit each other.")
          .asException();
    }
    return all.subList(3, all.size());
  }

  private static RuntimeException invalid() {
    return Question.bad("cursor", "not a cursor of this list; use the value of 'next' as it came.");
  }
}
