package dev.tradewind.alerts.outbound;

import dev.tradewind.alerts.notification.NotificationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Posts to channels. A name is looked up once for each call; all its addresses must be public
 * unless the target may be private, and the call goes to one of just these addresses, so that
 * nobody can let the name lead elsewhere in between. TLS and {@code Host} still use the name.
 * Redirects are not followed.
 */
@Singleton
public class Outbound {
  /** Receivers answer in a word or a small object; whatever is longer is not read. */
  private static final int MOST_READ = 65_536;

  private final Vertx vertx;
  private final HttpClient client;
  private final Duration timeout;
  private final NameLookup names;

  @Inject
  Outbound(Vertx vertx, NotificationConfig config) {
    this(vertx, config.timeout(), NameLookup.SYSTEM);
  }

  /** With names of one's own. */
  public Outbound(Vertx vertx, Duration timeout, NameLookup names) {
    this(vertx, timeout, names, options(timeout));
  }

  Outbound(Vertx vertx, Duration timeout, NameLookup names, HttpClientOptions options) {
    this.vertx = vertx;
    this.timeout = timeout;
    this.names = names;
    this.client = vertx.createHttpClient(options);
  }

  /** Certificates are checked against the JVM's authorities and the name that is called. */
  static HttpClientOptions options(Duration timeout) {
    return new HttpClientOptions()
        .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
        // An idle connection that was closed meanwhile must not cost an attempt.
        .setKeepAliveTimeout(10)
        // The address is often the secret, and receivers need not know our traces.
        .setTracingPolicy(TracingPolicy.IGNORE);
  }

  /** Posts once; fails if the way to the receiver does. */
  public Uni<Answer> post(Target target, Map<String, String> headers, byte[] body) {
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> allowed(target), false)
                    .compose(addresses -> post(target, addresses, 0, headers, body))
                    .toCompletionStage());
  }

  private List<InetAddress> allowed(Target target) throws Exception {
    List<InetAddress> addresses = names.addresses(target.host());
    if (!target.mayBePrivate() && !addresses.stream().allMatch(PublicAddress::is)) {
      throw new AddressRefusedException();
    }
    return addresses;
  }

  private Future<Answer> post(
      Target target,
      List<InetAddress> addresses,
      int index,
      Map<String, String> headers,
      byte[] body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(
                    target.port(), addresses.get(index).getHostAddress()))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.secure())
            .setURI(target.request())
            .setFollowRedirects(false)
            .setTimeout(timeout.toMillis());
    headers.forEach(options::putHeader);
    return client
        .request(options)
        .compose(
            request -> request.send(Buffer.buffer(body)).compose(Outbound::answer),
            failure ->
                // No connection, so nothing was sent: the next address may do.
                failure instanceof ConnectException && index + 1 < addresses.size()
                    ? post(target, addresses, index + 1, headers, body)
                    : Future.failedFuture(failure));
  }

  private static Future<Answer> answer(HttpClientResponse response) {
    Buffer read = Buffer.buffer();
    response.handler(
        part -> {
          if (read.length() < MOST_READ) {
            read.appendBuffer(part, 0, Math.min(part.length(), MOST_READ - read.length()));
          }
        });
    return response
        .end()
        .map(
            end ->
                new Answer(
                    response.statusCode(),
                    response.getHeader("Retry-After"),
                    read.toString(StandardCharsets.UTF_8)));
  }

  @PreDestroy
  void close() {
    client.close().onFailure(failure -> {});
  }
}
