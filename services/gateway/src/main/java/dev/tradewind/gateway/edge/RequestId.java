package dev.tradewind.gateway.edge;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which one request is found in the logs of all services. */
public final class RequestId {
  /** The header that carries it, in requests and answers. */
  public static final String HEADER = "X-Request-Id";

  /** What cannot forge a log line. */
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** The client's own id if it is harmless, else a new one. */
  public static String of(@Nullable String sent) {
    return sent != null && ACCEPTABLE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }
}
