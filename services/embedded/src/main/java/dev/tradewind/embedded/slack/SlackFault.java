package dev.tradewind.embedded.slack;

import java.time.Duration;

/** A way in which Slack, or the way to it, can fail. */
public sealed interface SlackFault {

  /**
   * 429: nothing is posted, the sender should come back later.
   *
   * @param retryAfterSeconds the value of the {@code Retry-After} header
   */
  record RateLimited(int retryAfterSeconds) implements SlackFault {}

  /**
   * Any other refusal, such as 500 {@code rollup_error} or 410 {@code channel_is_archived}.
   *
   * @param status the HTTP status
   * @param answer the body
   */
  record Refused(int status, String answer) implements SlackFault {}

  /**
   * 200 with {@code ok: false}, as the Web API refuses.
   *
   * @param error Slack's word, such as {@code is_archived}
   */
  record NotOk(String error) implements SlackFault {}

  /**
   * The answer comes late, but is an ordinary one.
   *
   * @param delay how late
   */
  record Slow(Duration delay) implements SlackFault {}

  /** The connection is cut before the message is posted. */
  record ConnectionCut() implements SlackFault {}

  /** The message is posted, and the connection is cut before the sender hears of it. */
  record AnswerLost() implements SlackFault {}
}
