package dev.tradewind.ingest.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a submission is on its way. */
@Schema(name = "SubmissionState")
public enum State {
  /** Its bytes are coming in. */
  RECEIVING,
  /** It is durable and waits for a worker. */
  RECEIVED,
  /** Its rows are read and checked. */
  CHECKING,
  /** Its blocks are on their way to Kafka. */
  PUBLISHING,
  /** Kafka has all of it. */
  PUBLISHED,
  /** Its facts and indicators can be read. */
  APPLIED,
  /** It has problems; nothing of it was published. */
  REJECTED,
  /** It was taken back. */
  WITHDRAWN,
  /** It failed in a way that trying again does not mend. */
  STUCK;

  /** As in the API and the database. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that id. */
  public static State of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
