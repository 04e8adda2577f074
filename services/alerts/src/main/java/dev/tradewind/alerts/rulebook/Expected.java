package dev.tradewind.alerts.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that somebody who writes believes to replace.
 *
 * @param header of {@code If-Match}; null if there is none
 * @param body of the field {@code version}; null if there is none
 */
record Expected(@Nullable Integer header, @Nullable Integer body) {
  /** An ETag of ours, weak or changed by compression on its way. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})[^\"]*\"");

  /** As a request says. */
  static Expected of(@Nullable String ifMatch, @Nullable JsonNode body) {
    JsonNode version = body == null ? null : body.get("version");
    if (version != null && !version.isNull() && !version.isInt()) {
      throw Problem.badParameter("version", "use the whole number that was read.").asException();
    }
    return new Expected(
        header(ifMatch), version == null || version.isNull() ? null : version.intValue());
  }

  private static @Nullable Integer header(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.badParameter("If-Match", "use the ETag that was read, such as \"3\".")
          .asException();
    }
    return Integer.valueOf(tag.group(1));
  }

  /** A 412 or a 409 if another version is there; null if there is none. */
  void check(String id, @Nullable Integer actual) {
    if (header != null && !header.equals(actual)) {
      throw Problem.of(412, "version-mismatch", "The rule is another version than expected.")
          .withDetail(detail(id, actual, header))
          .withAdvice("Read it again, and decide again.")
          .asException();
    }
    if (body != null && !body.equals(actual)) {
      throw Problem.of(409, "version-conflict", "The rule was changed in the meantime.")
          .withDetail(detail(id, actual, body))
          .withAdvice("Read it again, and decide again.")
          .asException();
    }
  }

  private static String detail(String id, @Nullable Integer actual, int expected) {
    return actual == null
        ? "There is no rule " + id + "."
        : "Rule " + id + " is version " + actual + ", not " + expected + ".";
  }
}
