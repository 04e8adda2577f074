package dev.tradewind.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer of a service that is kept, and when the service last said that it holds. */
public final class StoredAnswer {
  /** What describes the content; the rest is of one connection or moment. */
  private static final Set<String> KEPT =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-language",
          "content-type",
          "etag",
          "last-modified",
          "link",
          "vary");

  private final String etag;
  private final List<Map.Entry<String, String>> headers;
  private final Buffer body;
  private volatile long askedAt;

  StoredAnswer(String etag, MultiMap headers, Buffer body, long askedAt) {
    this.etag = etag;
    this.headers =
        headers.entries().stream()
            .map(header -> Map.entry(header.getKey().toLowerCase(Locale.ROOT), header.getValue()))
            .filter(header -> KEPT.contains(header.getKey()))
            .toList();
    this.body = body;
    this.askedAt = askedAt;
  }

  /** What it is asked again with. */
  public String etag() {
    return etag;
  }

  /** The headers that describe its content. */
  public List<Map.Entry<String, String>> headers() {
    return headers;
  }

  /** Its body; not to be changed. */
  public Buffer body() {
    return body.slice();
  }

  /** Whether a client that sent this {@code If-None-Match} has it already. */
  public boolean isKnownTo(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String tag : ifNoneMatch.split(",")) {
      String plain = tag.strip();
      if (plain.equals("*") || opaque(plain).equals(opaque(etag))) {
        return true;
      }
    }
    return false;
  }

  /** The service was asked at that time (see {@link System#nanoTime}) and said that it holds. */
  void holdsAt(long nanos) {
    // Two clients may have asked at once; the later question counts.
    if (nanos - askedAt > 0) {
      askedAt = nanos;
    }
  }

  long askedAt() {
    return askedAt;
  }

  int bytes() {
    int bytes = 256 + body.length();
    for (Map.Entry<String, String> header : headers) {
      bytes += 64 + header.getKey().length() + header.getValue().length();
    }
    return bytes;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** Whether an answer with these headers may be given to others too. */
  static boolean isSharable(int status, MultiMap headers) {
    String control = headers.get(HttpHeaders.CACHE_CONTROL);
    String vary = headers.get(HttpHeaders.VARY);
    return status == 200
        && headers.contains(HttpHeaders.ETAG)
        && !headers.contains(HttpHeaders.SET_COOKIE)
        && !headers.contains(HttpHeaders.CONTENT_ENCODING)
        && (control == null || (!control.contains("private") && !control.contains("no-store")))
        && (vary == null
            || vary.matches("(?i)\\s*accept(-language)?\\s*(,\\s*accept(-language)?\\s*)*"));
  }
}
