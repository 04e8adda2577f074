package dev.tradewind.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are compressed on their way out. The server marks every answer as not to be
 * compressed until somebody takes the mark away.
 */
final class Compression {
  private static final Set<String> TYPES =
      Set.of(
          "application/json",
          "application/problem+json",
          "application/yaml",
          "text/csv",
          "text/markdown",
          "text/plain",
          "text/html",
          "application/vnd.sdmx.data+csv");

  /** Below this a compressed answer is hardly shorter. */
  private static final int WORTHWHILE = 512;

  private Compression() {}

  /**
   * Lets the server compress this answer if that makes sense.
   *
   * @param incoming the request that is answered
   * @param headers the answer's headers as they will be sent, changed where compression needs it
   * @param length the body's length, −1 if it is not known
   */
  static void choose(HttpServerRequest incoming, int status, MultiMap headers, long length) {
    MultiMap prepared = incoming.response().headers();
    if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
      // The service has done it; twice would help nobody.
      prepared.remove(HttpHeaders.CONTENT_ENCODING);
      return;
    }
    if (status == 206 || !isText(headers.get(HttpHeaders.CONTENT_TYPE))) {
      return;
    }
    addVary(headers);
    if (accepts(incoming.getHeader(HttpHeaders.ACCEPT_ENCODING))
        && (length < 0 || length >= WORTHWHILE)) {
      prepared.remove(HttpHeaders.CONTENT_ENCODING);
      weaken(headers);
    }
  }

  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return TYPES.contains(type.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean accepts(@Nullable String encodings) {
    return encodings != null && (encodings.contains("gzip") || encodings.contains("deflate"));
  }

  private static void addVary(MultiMap headers) {
    String vary = headers.get(HttpHeaders.VARY);
    if (vary == null) {
      headers.set(HttpHeaders.VARY, "Accept-Encoding");
    } else if (!vary.equals("*") && !vary.toLowerCase(Locale.ROOT).contains("accept-encoding")) {
      headers.set(HttpHeaders.VARY, vary + ", Accept-Encoding");
    }
  }

  /** The same answer, but other bytes: a strong tag would promise too much. */
  private static void weaken(MultiMap headers) {
    String etag = headers.get(HttpHeaders.ETAG);
    if (etag != null && etag.startsWith("\"")) {
      headers.set(HttpHeaders.ETAG, "W/" + etag);
    }
  }
}
