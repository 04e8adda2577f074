package dev.tradewind.standalone.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's own markup without its marks. */
final class Mrkdwn {
  private static final Pattern LINK = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");
  private static final Pattern MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])([*_~`])(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}])");
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]+):");
  private static final Map<String, String> KNOWN =
      Map.of(
          "rotating_light", "🚨",
          "warning", "⚠",
          "white_check_mark", "✅",
          "chart_with_downwards_trend", "📉",
          "red_circle", "🔴",
          "large_orange_circle", "🟠",
          "large_yellow_circle", "🟡",
          "large_green_circle", "🟢",
          "pencil2", "✏",
          "information_source", "ℹ");

  private Mrkdwn() {}

  static String plain(String markup) {
    String text = LINK.matcher(markup).replaceAll(Mrkdwn::link);
    String before;
    do {
      before = text;
      text = MARK.matcher(text).replaceAll("$2");
    } while (!text.equals(before));
    return emoji(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Emoji names as Slack shows them; the rarer ones stay names. */
  static String emoji(String text) {
    return EMOJI
        .matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(KNOWN.getOrDefault(name.group(1), name.group())));
  }

  private static String link(java.util.regex.MatchResult link) {
    String target = link.group(1);
    String label = link.group(2);
    String shown =
        label != null ? label : target.startsWith("!") ? "@" + target.substring(1) : target;
    return Matcher.quoteReplacement(shown);
  }
}
