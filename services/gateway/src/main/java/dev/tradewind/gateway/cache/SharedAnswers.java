package dev.tradewind.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are kept, bounded by bytes.
 *
 * <p>An answer is given on its own for at most {@link CacheConfig#believed} after the service was
 * asked; then the service is asked whether it still holds. And whatever a client has learnt through
 * this gateway is never contradicted: when another service has spoken (a submission is applied, an
 * alert is raised) or something was written, everything is asked for anew.
 */
@Singleton
public class SharedAnswers {
  private final long believedNanos;
  private final long largest;
  private final boolean enabled;
  private final Cache<Question, StoredAnswer> answers;
  private final AtomicLong distrustedBefore = new AtomicLong(System.nanoTime());
  private final Counter given;
  private final Counter confirmed;
  private final Counter fetched;

  SharedAnswers(CacheConfig config, MeterRegistry meters) {
    this.believedNanos = config.believed().toNanos();
    this.largest = config.largest().asLongValue();
    this.enabled = config.size().asLongValue() > 0;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(config.size().asLongValue())
            .weigher((Question question, StoredAnswer answer) -> question.bytes() + answer.bytes())
            .executor(Runnable::run)
            .build();
    this.given = meters.counter("tradewind.gateway.shared.answers", "from", "memory");
    this.confirmed = meters.counter("tradewind.gateway.shared.answers", "from", "confirmed");
    this.fetched = meters.counter("tradewind.gateway.shared.answers", "from", "service");
  }

  /** Whether anything is kept at all. */
  public boolean isEnabled() {
    return enabled;
  }

  /** The answer, if it may be given without asking. */
  public @Nullable StoredAnswer believed(Question question) {
    StoredAnswer answer = answers.getIfPresent(question);
    if (answer == null
        || System.nanoTime() - answer.askedAt() > believedNanos
        || answer.askedAt() - distrustedBefore.get() <= 0) {
      return null;
    }
    given.increment();
    return answer;
  }

  /** The last answer, whose service has to be asked whether it still holds. */
  public @Nullable StoredAnswer last(Question question) {
    return answers.getIfPresent(question);
  }

  /** The service, asked at that time, said that the answer still holds. */
  public void confirm(StoredAnswer answer, long askedAt) {
    confirmed.increment();
    answer.holdsAt(askedAt);
  }

  /** How long a body may be to be kept; −1 if an answer with these headers is not kept at all. */
  public long room(int status, MultiMap headers) {
    fetched.increment();
    if (!StoredAnswer.isSharable(status, headers)) {
      return -1;
    }
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return length != null && (length.length() > 9 || Long.parseLong(length) > largest)
        ? -1
        : largest;
  }

  /** Keeps an answer that has come whole. */
  public void keep(Question question, MultiMap headers, Buffer body, long askedAt) {
    String etag = headers.get(HttpHeaders.ETAG);
    if (etag != null) {
      answers.put(question, new StoredAnswer(etag, headers, body, askedAt));
    }
  }

  /** From now on nothing is believed that was asked before. */
  public void distrust() {
    long now = System.nanoTime();
    distrustedBefore.accumulateAndGet(now, (one, other) -> one - other > 0 ? one : other);
  }
}
