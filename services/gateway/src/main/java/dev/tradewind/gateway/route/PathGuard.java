package dev.tradewind.gateway.route;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses paths that two readers could understand differently. The gateway routes by the path as it
 * was sent and a service may decode or normalise it, so whatever could change its meaning on the
 * way is not let through. No address of ours needs any of it.
 */
public final class PathGuard {
  /** Slash, backslash, dot and the percent sign itself must not come encoded. */
  private static final Set<String> REFUSED_CODES = Set.of("2f", "5c", "2e", "25", "7f");

  private PathGuard() {}

  /** What is wrong with the path as it stands in the request line; null if nothing is. */
  public static @Nullable String objection(@Nullable String path) {
    if (path == null || !path.startsWith("/")) {
      return "it does not start with a slash";
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '\\') {
        return "it contains a character that must not stand in a path";
      }
      if (c == '%') {
        String objection = objectionToCode(path, i + 1);
        if (objection != null) {
          return objection;
        }
      }
    }
    return objectionToSegments(path);
  }

  private static @Nullable String objectionToCode(String path, int start) {
    if (start + 2 > path.length()
        || Character.digit(path.charAt(start), 16) < 0
        || Character.digit(path.charAt(start + 1), 16) < 0) {
      return "a percent sign is not followed by two hexadecimal digits";
    }
    String code = path.substring(start, start + 2).toLowerCase(Locale.ROOT);
    if (REFUSED_CODES.contains(code) || Character.digit(code.charAt(0), 16) < 2) {
      return "it contains %" + code;
    }
    return null;
  }

  private static @Nullable String objectionToSegments(String path) {
    int start = 1;
    while (start <= path.length()) {
      int end = path.indexOf('/', start);
      boolean last = end < 0;
      String segment = path.substring(start, last ? path.length() : end);
      if (segment.isEmpty() && !last) {
        return "it contains an empty segment";
      }
      int parameters = segment.indexOf(';');
      String name = parameters < 0 ? segment : segment.substring(0, parameters);
      if (name.equals(".") || name.equals("..")) {
        return "it contains a dot segment";
      }
      start = last ? path.length() + 1 : end + 1;
    }
    return null;
  }
}
