package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.platform.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request to a service until its answer begins. Lives on one event loop. */
final class Exchange {
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final Service service;
  private final long patienceNanos;
  private final UploadStream upload;
  private @Nullable HttpClientRequest outgoing;
  private @Nullable Upstream upstream;
  private @Nullable Problem verdict;
  private long timer = NO_TIMER;

  Exchange(Vertx vertx, Service service, HttpServerRequest request, long limit, Duration patience) {
    this.vertx = vertx;
    this.service = service;
    this.patienceNanos = patience.toNanos();
    this.upload = new UploadStream(request, limit, () -> stop(ProxyProblems.tooLarge(limit)));
    watch(patienceNanos);
  }

  UploadStream upload() {
    return upload;
  }

  /** The connection is there; from now on {@link #stop} can break it off. */
  void sentBy(HttpClientRequest request, Upstream to) {
    outgoing = request;
    upstream = to;
    // The failure of its answer tells the same; unheard, it would be logged as an error.
    request.exceptionHandler(failure -> {});
  }

  /** Where it was sent, if it was. */
  @Nullable Upstream upstream() {
    return upstream;
  }

  /** Whether we broke it off ourselves. */
  boolean isStopped() {
    return verdict != null;
  }

  /** Whether it was the client that did not do its part. */
  boolean isClientsFault() {
    return verdict != null && verdict.status() < 500;
  }

  /** The service's answer is not wanted any more. */
  void abandon() {
    if (outgoing != null) {
      outgoing.reset();
    }
  }

  /** The answer begins, or there will be none. */
  void over() {
    vertx.cancelTimer(timer);
    timer = NO_TIMER;
  }

  /** Why we broke it off, else what the failure means. */
  Problem problem(Throwable failure) {
    return verdict != null ? verdict : ProxyProblems.of(service, failure);
  }

  private void stop(Problem reason) {
    over();
    verdict = reason;
    if (outgoing != null) {
      outgoing.reset();
    }
  }

  private void watch(long nanos) {
    timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), fired -> look());
  }

  private void look() {
    long left = patienceNanos - upload.idleNanos();
    if (left > 0) {
      watch(left);
    } else {
      stop(
          upload.waitsForClient() ? ProxyProblems.clientTooSlow() : ProxyProblems.tooSlow(service));
    }
  }
}
