package dev.tradewind.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Asks as fast as answers come, over so many connections at once. */
final class Load {
  private static final int MOST = 1 << 22;

  private final Vertx vertx;
  private final int port;
  private final int connections;
  private final String uri;
  private final long[] nanos = new long[MOST];
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();

  Load(Vertx vertx, int port, int connections, String uri) {
    this.vertx = vertx;
    this.port = port;
    this.connections = connections;
    this.uri = uri;
  }

  /**
   * What was reached.
   *
   * @param rate answers per second
   * @param median the median time to an answer in microseconds
   * @param p99 the 99th percentile in microseconds
   */
  record Reached(double rate, long median, long p99) {}

  Reached run(int seconds) throws InterruptedException {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
            new PoolOptions().setHttp1MaxSize(connections));
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (int i = 0; i < connections; i++) {
      ask(client, end);
    }
    Thread.sleep(seconds * 1_000L + 300);
    client.close();
    if (refused.get() > 0) {
      throw new IllegalStateException(refused + " requests were not answered with 200");
    }
    int count = Math.min(MOST, answered.get());
    Arrays.sort(nanos, 0, count);
    return new Reached(
        count / (double) seconds, nanos[count / 2] / 1_000, nanos[(int) (count * 0.99)] / 1_000);
  }

  private void ask(HttpClient client, long end) {
    long begin = System.nanoTime();
    if (begin >= end) {
      return;
    }
    client
        .request(HttpMethod.GET, uri)
        .compose(HttpClientRequest::send)
        .compose(
            response -> {
              if (response.statusCode() != 200) {
                refused.incrementAndGet();
              }
              return response.body();
            })
        .onComplete(
            body -> {
              int index = answered.getAndIncrement();
              if (index < MOST) {
                nanos[index] = System.nanoTime() - begin;
              }
              ask(client, end);
            });
  }
}
