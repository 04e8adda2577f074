package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of Slack's Web API that writes messages: authentication, channels, threads, edits, and
 * one message a second in each channel.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 * @see <a href="https://docs.slack.dev/reference/methods/chat.update">chat.update</a>
 */
final class SlackApi {
  static final String PREFIX = "/api/";
  static final String TOKEN = "xoxb-0000000000-standin";

  private final Map<String, SlackPost> posts = new LinkedHashMap<>();
  private final Map<String, Instant> lastPosted = new HashMap<>();
  private Duration apart = Duration.ZERO;
  private long counter = 1_758_362_400_000_000L;

  synchronized List<SlackPost> posts() {
    return new ArrayList<>(posts.values());
  }

  synchronized void clear() {
    posts.clear();
    lastPosted.clear();
    apart = Duration.ZERO;
  }

  synchronized void forget(String ts) {
    posts.remove(ts);
  }

  synchronized void pace(Duration between) {
    apart = between;
  }

  /** The answer to a call that does not fail on demand. */
  synchronized SlackVerdict answer(
      String method, @Nullable String authorization, JsonNode body, Instant now) {
    if (authorization == null) {
      return error("not_authed");
    }
    if (!authorization.equals("Bearer " + TOKEN)) {
      return error("invalid_auth");
    }
    String channel = body.path("channel").asText();
    if (!channel.matches("[CGD][A-Z0-9]{5,20}") || channel.startsWith("CNONE")) {
      return error("channel_not_found");
    }
    SlackVerdict verdict = SlackMessageRules.judge(body);
    if (!verdict.accepted()) {
      return new SlackVerdict(200, failure(verdict.answer()), verdict.problems());
    }
    return switch (method) {
      case "chat.postMessage" -> post(channel, body, now);
      case "chat.update" -> update(channel, body);
      default -> error("unknown_method");
    };
  }

  private SlackVerdict post(String channel, JsonNode body, Instant now) {
    Instant last = lastPosted.get(channel);
    if (last != null && now.isBefore(last.plus(apart))) {
      return SlackVerdict.refuse(429, failure("ratelimited"), "more than one message a second");
    }
    String thread = body.path("thread_ts").isTextual() ? body.path("thread_ts").asText() : null;
    if (thread != null && !posts.containsKey(thread)) {
      return error("thread_not_found");
    }
    lastPosted.put(channel, now);
    counter++;
    String ts = counter / 1_000_000 + "." + String.format("%06d", counter % 1_000_000);
    posts.put(ts, new SlackPost(channel, ts, thread, body, 0));
    return ok(channel, ts);
  }

  private SlackVerdict update(String channel, JsonNode body) {
    String ts = body.path("ts").asText();
    SlackPost post = posts.get(ts);
    if (post == null || !post.channel().equals(channel)) {
      return error("message_not_found");
    }
    posts.put(ts, new SlackPost(channel, ts, post.thread(), body, post.edits() + 1));
    return ok(channel, ts);
  }

  static String failure(String error) {
    return "{\"ok\":false,\"error\":\"" + error + "\"}";
  }

  private static SlackVerdict ok(String channel, String ts) {
    return new SlackVerdict(
        200, "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"" + ts + "\"}", List.of());
  }

  private static SlackVerdict error(String error) {
    return new SlackVerdict(200, failure(error), List.of(error));
  }
}
