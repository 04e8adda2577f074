package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;

/**
 * One request that reached the stand-in.
 *
 * @param receivedAt when its body was complete
 * @param path the path it was sent to
 * @param body the body as text
 * @param payload the body as JSON, or a {@link MissingNode} if it is none
 * @param posted whether the channel's readers see the message
 * @param status the HTTP status of the answer; 0 if the connection was cut instead
 * @param answer the body of the answer
 * @param problems in words, what is wrong with a refused message
 */
public record SlackRequest(
    Instant receivedAt,
    String path,
    String body,
    JsonNode payload,
    boolean posted,
    int status,
    String answer,
    List<String> problems) {}
