package dev.tradewind.metrics.answer;

import dev.tradewind.contracts.message.MessageCodec;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** The media types of an answer. */
public enum Form {
  /** JSON, unless a client prefers a table. */
  JSON(MediaType.APPLICATION_JSON),
  /** A table. */
  CSV("text/csv;charset=UTF-8");

  /** The media type of tables. */
  public static final String TEXT_CSV = "text/csv";

  private final String mediaType;

  Form(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What the client likes best of what there is. */
  static Form wanted(HttpHeaders headers) {
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      for (Form form : values()) {
        if (form.satisfies(accepted)) {
          return form;
        }
      }
    }
    return JSON;
  }

  /** Without parsing anything: this is asked for every request. */
  private boolean satisfies(MediaType accepted) {
    return accepted.isWildcardType()
        || (mediaType.startsWith(accepted.getType() + "/")
            && (accepted.isWildcardSubtype()
                || mediaType.startsWith(accepted.getType() + "/" + accepted.getSubtype())));
  }

  String mediaType() {
    return mediaType;
  }

  byte[] write(Content content) {
    return this == JSON
        ? MessageCodec.write(content.body())
        : content.csv().get().text().getBytes(StandardCharsets.UTF_8);
  }
}
