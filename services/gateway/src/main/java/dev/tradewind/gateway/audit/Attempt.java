package dev.tradewind.gateway.audit;

import dev.tradewind.gateway.edge.RequestId;
import dev.tradewind.platform.access.Caller;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is recorded of a request. */
record Attempt(
    @Nullable String subject,
    @Nullable String role,
    String via,
    String action,
    String path,
    String peer,
    String requestId) {
  private static final int LONGEST = 500;

  static Attempt of(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<Caller> caller = Caller.of(context);
    return new Attempt(
        caller.map(Caller::subject).orElse(null),
        caller.map(known -> known.role().id()).orElse(null),
        caller.map(Caller::via).orElse("refused"),
        request.method().name(),
        cut(request.path()),
        request.remoteAddress() == null
            ? "unknown"
            : String.valueOf(request.remoteAddress().hostAddress()),
        String.valueOf(request.response().headers().get(RequestId.HEADER)));
  }

  private static String cut(@Nullable String text) {
    String path = text == null ? "" : text.replace("\0", "");
    return path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "…";
  }
}
