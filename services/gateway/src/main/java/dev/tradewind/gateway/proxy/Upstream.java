package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.time.Duration;

/**
 * A service's address, checked at start.
 *
 * @param service who is there
 * @param host its host name
 * @param port its port
 * @param tls whether it is spoken to over TLS
 */
record Upstream(Service service, String host, int port, boolean tls) {
  static Upstream of(Service service, URI address) {
    String scheme = address.getScheme();
    boolean tls = "https".equals(scheme);
    boolean bare = address.getRawPath() == null || address.getRawPath().matches("/?");
    if (address.getHost() == null || !bare || !(tls || "http".equals(scheme))) {
      throw new IllegalArgumentException(
          "tradewind.upstream."
              + service.id()
              + " must be like http://host:port, without a path, but is '"
              + address
              + "'");
    }
    int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
    return new Upstream(service, address.getHost(), port, tls);
  }

  HostAndPort authority() {
    return HostAndPort.create(host, port);
  }

  RequestOptions request(Duration connectTimeout) {
    return new RequestOptions()
        .setHost(host)
        .setPort(port)
        .setSsl(tls)
        .setConnectTimeout(connectTimeout.toMillis());
  }
}
