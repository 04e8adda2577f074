package dev.tradewind.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a submission, on {@code tradewind.submissions} under the submission's id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SubmissionEvent.Published.class, name = "published"),
  @JsonSubTypes.Type(value = SubmissionEvent.Withdrawn.class, name = "withdrawn")
})
public sealed interface SubmissionEvent {
  /** The version this code writes. */
  int SCHEMA_VERSION = 1;

  /** The submission. */
  UUID submission();

  /** Its place in the order of all submissions. */
  long vintage();

  /**
   * All blocks are acknowledged by Kafka. May be sent again, word for word.
   *
   * @param attempt the attempt whose blocks count
   * @param acceptedAt when the client was told that the files are durable
   * @param label what the data are, if not official: {@code modelled}; null otherwise
   * @param blocks how many blocks the attempt has
   * @param rows data rows read from the files
   * @param distinctKeys cells in the blocks
   * @param topicId Kafka's id of {@code tradewind.exports}, so that a re-created topic is seen
   * @param endOffsets per partition that holds blocks: the offset after the last of them
   * @param coverage one box per file
   * @param provisional whether the sender calls the figures provisional; absent on the wire if not
   */
  @JsonPropertyOrder({
    "type",
    "schemaVersion",
    "submission",
    "attempt",
    "vintage",
    "acceptedAt",
    "flow",
    "currency",
    "label",
    "blocks",
    "rows",
    "distinctKeys",
    "topicId",
    "endOffsets",
    "coverage",
    "provisional"
  })
  record Published(
      int schemaVersion,
      UUID submission,
      int attempt,
      long vintage,
      Instant acceptedAt,
      String flow,
      String currency,
      @Nullable String label,
      int blocks,
      long rows,
      long distinctKeys,
      String topicId,
      Map<Integer, Long> endOffsets,
      List<CoverageBox> coverage,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean provisional)
      implements SubmissionEvent {}

  /**
   * The submission no longer counts: its cells return to what the newest remaining vintage says.
   *
   * @param withdrawnAt when the client asked for it
   */
  @JsonPropertyOrder({
    "type",
    "schemaVersion",
    "submission",
    "vintage",
    "withdrawnAt",
    "flow",
    "currency"
  })
  record Withdrawn(
      int schemaVersion,
      UUID submission,
      long vintage,
      Instant withdrawnAt,
      String flow,
      String currency)
      implements SubmissionEvent {}
}
