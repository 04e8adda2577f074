package dev.tradewind.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a submission through all services, from its check to the last message about it. The
 * trace's id is the submission's own, without hyphens: every service knows it, so nothing has to be
 * handed on through Kafka and the databases, and whoever has the submission finds the trace. Its
 * root is the submission itself, which is no span. Submissions are few, so all are sampled.
 */
@Singleton
public class SubmissionTrace {
  private static final AttributeKey<String> SUBMISSION =
      AttributeKey.stringKey("tradewind.submission");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final Tracer tracer;
  private final boolean off;

  /**
   * With the spans of this tracer.
   *
   * @param off whether there are none
   */
  public SubmissionTrace(
      Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this.tracer = tracer;
    this.off = off;
  }

  /** Something that is done and may fail. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /** Something that is done, may fail and answers nothing. */
  @FunctionalInterface
  public interface Step<E extends Exception> {
    /** Does it. */
    void run() throws E;
  }

  /** Names the submission in the span of the request that brought it. */
  public static void mark(UUID submission) {
    Span.current().setAttribute(SUBMISSION, submission.toString());
  }

  /** Like {@link #call}. */
  public <E extends Exception> void run(String name, @Nullable UUID submission, Step<E> step)
      throws E {
    this.<Boolean, E>call(
        name,
        submission,
        () -> {
          step.run();
          return true;
        });
  }

  /**
   * Does the work in a span. Of a failure the span has the class only; its message may quote data.
   *
   * @param name of the step, such as {@code merge}
   * @param submission which it is about; null if it is about none, which makes a trace of its own
   */
  @SuppressWarnings("try") // The scope is there to be closed.
  public <T, E extends Exception> T call(String name, @Nullable UUID submission, Work<T, E> work)
      throws E {
    if (off) {
      return work.run();
    }
    Span span = tracer.spanBuilder(name).setParent(root(submission)).startSpan();
    if (submission != null) {
      span.setAttribute(SUBMISSION, submission.toString());
    }
    try (Scope scope = span.makeCurrent()) {
      return work.run();
    } catch (Exception e) {
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, e.getClass().getName());
      throw e;
    } finally {
      span.end();
    }
  }

  private static Context root(@Nullable UUID submission) {
    if (submission == null) {
      return Context.root();
    }
    String id = submission.toString().replace("-", "");
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    id, id.substring(16), TraceFlags.getSampled(), TraceState.getDefault())));
  }
}
