package dev.tradewind.alerts.slack.message;

/**
 * Makes text that comes from data harmless in Slack: it can neither mention, link nor format, and
 * cannot flood a message.
 */
final class SlackText {
  private static final int LONGEST = 120;
  private static final String WORD_JOINER = "\u2060";

  private SlackText() {}

  /** For mrkdwn. */
  static String mrkdwn(String data) {
    return escaped(plain(data));
  }

  /** Slack's three escapes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** For plain text, and the first half of the way for mrkdwn. */
  static String plain(String data) {
    StringBuilder text = new StringBuilder();
    data.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              switch (c) {
                // Look-alikes without a meaning to Slack.
                case '*' -> text.append('∗');
                case '_' -> text.append('＿');
                case '~' -> text.append('∼');
                case '`' -> text.append('ˋ');
                // Breaks @here, #channel, :emoji: and http:// without being seen.
                case '@', '#', ':' -> text.append((char) c).append(WORD_JOINER);
                default -> text.appendCodePoint(visible(c) ? c : ' ');
              }
            });
    if (data.codePointCount(0, data.length()) > LONGEST) {
      text.append('…');
    }
    return text.toString().strip();
  }

  /** Leaves out line breaks, controls, and what turns the direction of writing. */
  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
