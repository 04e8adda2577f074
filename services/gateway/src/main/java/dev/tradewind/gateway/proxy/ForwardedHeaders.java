package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.edge.EdgeFilter;
import dev.tradewind.gateway.edge.RequestId;
import dev.tradewind.gateway.edge.TraceContext;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers pass, which stay on their own hop, and which only the gateway may set. */
final class ForwardedHeaders {
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** A client could use them to claim to be somebody else. */
  private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "x-client-ip");

  private ForwardedHeaders() {}

  /** Leaves the service only what the client may say, and what we know of the client. */
  static void onRequest(ProxyRequest outgoing, HttpServerRequest incoming) {
    MultiMap headers = outgoing.headers();
    dropHopByHop(headers);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (CLAIMS.contains(lower) || lower.startsWith("x-forwarded-")) {
        headers.remove(name);
      }
    }
    // We answer it ourselves, one hop earlier.
    headers.remove(HttpHeaders.EXPECT);
    String id = incoming.response().headers().get(RequestId.HEADER);
    if (id != null) {
      headers.set(RequestId.HEADER, id);
    }
    TraceContext.complete(headers);
    headers.set("X-Forwarded-Proto", incoming.scheme());
    headers.set("X-Forwarded-Host", incoming.authority().toString());
    if (incoming.remoteAddress() != null && incoming.remoteAddress().hostAddress() != null) {
      headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress());
    }
  }

  /** Takes from the answer what is the gateway's to say, and our own inner addresses. */
  static void onResponse(ProxyResponse response, @Nullable Upstream upstream) {
    MultiMap headers = response.headers();
    dropHopByHop(headers);
    headers.remove(RequestId.HEADER);
    EdgeFilter.SECURITY_HEADERS.keySet().forEach(headers::remove);
    String location = headers.get(HttpHeaders.LOCATION);
    if (location != null && upstream != null) {
      headers.set(HttpHeaders.LOCATION, outward(location, upstream));
    }
  }

  /** An address of the service itself, as seen from outside: relative to the gateway. */
  private static String outward(String location, Upstream upstream) {
    URI uri;
    try {
      uri = URI.create(location);
    } catch (IllegalArgumentException e) {
      return location;
    }
    if (!upstream.host().equals(uri.getHost()) || upstream.port() != uri.getPort()) {
      return location;
    }
    String query = uri.getRawQuery();
    return uri.getRawPath() + (query == null ? "" : "?" + query);
  }

  private static void dropHopByHop(MultiMap headers) {
    for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
      for (String name : value.split(",")) {
        if (!name.isBlank()) {
          headers.remove(name.trim());
        }
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }
}
