package dev.tradewind.ingest.publish;

import dev.tradewind.ingest.submission.WorkSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.VertxException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The threads that lease submissions and work on them. */
@Singleton
class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final long PATIENCE_AT_END = 5_000;

  private final Attempts attempts;
  private final Job job;
  private final KafkaSender sender;
  private final WorkConfig config;
  private final WorkSignal signal;
  private final List<Thread> threads = new ArrayList<>();
  private final ScheduledExecutorService heartbeats =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ingest-heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopping;

  Workers(Attempts attempts, Job job, KafkaSender sender, WorkConfig config, WorkSignal signal) {
    this.attempts = attempts;
    this.job = job;
    this.sender = sender;
    this.config = config;
    this.signal = signal;
  }

  void start(@Observes StartupEvent event) {
    for (int i = 0; i < config.workers(); i++) {
      Long largest = i > 0 && i == config.workers() - 1 ? config.smallUpTo().asLongValue() : null;
      Thread thread = new Thread(() -> work(largest), "ingest-worker-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(PATIENCE_AT_END);
    }
    heartbeats.shutdownNow();
  }

  private void work(@Nullable Long largest) {
    while (!stopping) {
      try {
        Optional<Lease> lease = attempts.lease(largest);
        if (lease.isPresent()) {
          run(lease.get());
        } else {
          signal.await(config.pollEvery().toMillis());
        }
      } catch (InterruptedException e) {
        // Told to stop; the loop's condition decides.
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!stopping) {
          LOG.warnf("no work can be taken: %s", e.getMessage());
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.backoff().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Lease lease) throws InterruptedException {
    try (Heartbeat heartbeat =
        new Heartbeat(heartbeats, attempts, lease, config.renewEvery().toMillis())) {
      job.run(lease, heartbeat);
    } catch (InterruptedException e) {
      handOver(lease);
      throw e;
    } catch (LostLeaseException e) {
      LOG.infof("lease lost: %s", e.getMessage());
      if (stopping) {
        handOver(lease);
      }
    } catch (SendFailedException | KafkaException e) {
      sender.reset();
      retry(lease, e);
    } catch (IOException | VertxException e) {
      retry(lease, e);
    } catch (RuntimeException e) {
      if (stopping) {
        handOver(lease);
      } else {
        fail(lease, e);
      }
    }
  }

  /** This process ends: another may go on at once, without waiting for the lease to run out. */
  private void handOver(Lease lease) {
    boolean interrupted = Thread.interrupted();
    try {
      attempts.handOver(lease);
    } catch (RuntimeException e) {
      LOG.debugf("not handed over, the lease will run out: %s", e.getMessage());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kafka or the database fails: the submission waits for them as long as it takes. */
  private void retry(Lease lease, Exception cause) {
    Duration pause = pause(lease.failures());
    LOG.errorf(
        "attempt failed, next in %s: submission=%s attempt=%d (%s)",
        pause, lease.submission(), lease.attempt(), cause.getMessage());
    attempts.failed(lease, reason(cause), pause);
  }

  private void fail(Lease lease, RuntimeException cause) {
    LOG.errorf(
        cause, "attempt failed: submission=%s attempt=%d", lease.submission(), lease.attempt());
    if (transientFailure(cause) || lease.failures() + 1 < config.maxFailures()) {
      attempts.failed(lease, reason(cause), pause(lease.failures()));
    } else {
      attempts.stuck(lease, reason(cause));
    }
  }

  private static boolean transientFailure(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof VertxException
          || t instanceof IOException
          || t instanceof io.smallrye.mutiny.TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private Duration pause(int failures) {
    Duration pause = config.backoff().multipliedBy(1L << Math.min(failures, 20));
    return pause.compareTo(config.maxBackoff()) < 0 ? pause : config.maxBackoff();
  }

  private static String reason(Exception cause) {
    String message = cause.getMessage();
    return "waiting to try again after: "
        + (message == null ? cause.getClass().getSimpleName() : message);
  }
}
