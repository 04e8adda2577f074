package dev.tradewind.gateway.edge;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a request in a trace, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace
 * Context</a> has it. What a client began goes on unchanged to the service; where nobody began one,
 * the gateway does, so that the logs of all services share an id. Where the gateway has spans of
 * its own, the service's is to be within the gateway's instead.
 */
public final class TraceContext {
  /** The header that carries trace and span. */
  public static final String HEADER = "traceparent";

  private static final String STATE = "tracestate";

  private static final Pattern VALID =
      Pattern.compile(
          "00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
              + "|(?!00|ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private TraceContext() {}

  /** Puts a trace into these headers unless a valid one is there, or the tracer does it. */
  public static void complete(MultiMap headers) {
    if (Span.current().getSpanContext().isValid()) {
      // The tracer adds the span of the request to the service, and the first of two would count.
      headers.remove(HEADER);
      headers.remove(STATE);
    } else if (!isValid(headers.get(HEADER)) || headers.getAll(HEADER).size() > 1) {
      headers.set(HEADER, begin());
      // It belongs to the trace that nobody could read.
      headers.remove(STATE);
    }
  }

  static boolean isValid(@Nullable String sent) {
    return sent != null && sent.length() <= 256 && VALID.matcher(sent).matches();
  }

  /** A new trace, sampled or not as the services are configured to. */
  private static String begin() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(random.nextLong())
        + hex.toHexDigits(random.nextLong() | 1)
        + "-"
        + hex.toHexDigits(random.nextLong() | 1)
        + "-01";
  }
}
