package dev.tradewind.benchmarks.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Asks the service, one question after the other or at a fixed rate. */
final class Reads {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String address;

  Reads(String address) {
    this.address = address;
  }

  /** One after the other. */
  Latencies closed(int count, IntFunction<String> question)
      throws IOException, InterruptedException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      HttpResponse<byte[]> response =
          client.send(request(question.apply(i)), HttpResponse.BodyHandlers.ofByteArray());
      nanos[i] = System.nanoTime() - begin;
      if (response.statusCode() != 200) {
        throw new IOException(question.apply(i) + " answered " + response.statusCode());
      }
    }
    return Latencies.of(nanos);
  }

  /** So many a second, whether or not the earlier ones are answered; waiting counts. */
  Latencies open(int aSecond, int seconds, IntFunction<String> question)
      throws InterruptedException {
    int count = aSecond * seconds;
    long[] nanos = new long[count];
    CountDownLatch done = new CountDownLatch(count);
    AtomicInteger failed = new AtomicInteger();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / aSecond;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      int number = i;
      var unused =
          client
              .sendAsync(request(question.apply(i)), HttpResponse.BodyHandlers.ofByteArray())
              .whenComplete(
                  (response, failure) -> {
                    nanos[number] = System.nanoTime() - due;
                    if (failure != null || response.statusCode() != 200) {
                      failed.incrementAndGet();
                    }
                    done.countDown();
                  });
    }
    done.await();
    if (failed.get() > 0) {
      throw new IllegalStateException(failed.get() + " of " + count + " requests failed");
    }
    return Latencies.of(nanos);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofMinutes(2))
        .build();
  }
}
