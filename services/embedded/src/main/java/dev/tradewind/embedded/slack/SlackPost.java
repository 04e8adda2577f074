package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message that a bot posted, as readers see it now.
 *
 * @param channel its channel's id
 * @param ts its id
 * @param thread the id of the message that it replies to; null if to none
 * @param payload as last edited
 * @param edits how often it was edited
 */
public record SlackPost(
    String channel, String ts, @Nullable String thread, JsonNode payload, int edits) {}
