package dev.tradewind.gateway.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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
    if (sent != null && ACCEPTABLE.matcher(sent).matches()) {
      return sent;
    }
    // It has to be unlike others, not hard to guess: no secure random for every request.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
