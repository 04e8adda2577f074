package dev.tradewind.embedded.slack;

import java.util.List;

/**
 * What Slack would say to a message.
 *
 * @param status the HTTP status
 * @param answer Slack's word: {@code ok}, {@code invalid_blocks}, …
 * @param problems in words, for whoever has to mend the message
 */
record SlackVerdict(int status, String answer, List<String> problems) {

  static final SlackVerdict OK = new SlackVerdict(200, "ok", List.of());

  static SlackVerdict refuse(int status, String answer, String problem) {
    return new SlackVerdict(status, answer, List.of(problem));
  }

  boolean accepted() {
    return status == OK.status;
  }
}
