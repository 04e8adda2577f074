package dev.tradewind.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionTraceTest {
  private static final UUID SUBMISSION = UUID.fromString("8d2f7c1e-0b5a-4f36-9c41-d1a2b3c4d5e6");

  private final KeptSpans spans = new KeptSpans();
  // Nobody decided about a submission before, so the share of sampled requests does not count.
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
          .addSpanProcessor(spans)
          .build()
          .get("test");

  @Test
  void stepsOfASubmissionAreInTheTraceThatIsNamedLikeIt() {
    SubmissionTrace ingest = new SubmissionTrace(tracer, false);
    SubmissionTrace metrics = new SubmissionTrace(tracer, false);

    int rows = ingest.call("check", SUBMISSION, () -> 7);
    metrics.run("merge", SUBMISSION, () -> {});

    assertThat(rows).isEqualTo(7);
    assertThat(spans.ended()).extracting(SpanData::getName).containsExactly("check", "merge");
    assertThat(spans.ended())
        .allSatisfy(
            span -> {
              assertThat(span.getTraceId()).isEqualTo("8d2f7c1e0b5a4f369c41d1a2b3c4d5e6");
              assertThat(span.getAttributes().get(AttributeKey.stringKey("tradewind.submission")))
                  .isEqualTo(SUBMISSION.toString());
            });
  }

  @Test
  void aFailureGoesOnAndItsMessageStaysHere() {
    SubmissionTrace trace = new SubmissionTrace(tracer, false);
    IOException failure = new IOException("row 7 says 1,000");

    assertThatThrownBy(
            () ->
                trace.run(
                    "check",
                    SUBMISSION,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(spans.ended())
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
              assertThat(span.toString())
                  .contains("java.io.IOException")
                  .doesNotContain(failure.getMessage());
            });
  }

  @Test
  void whereTracesAreOffThereIsNoSpanAtAll() {
    SubmissionTrace trace = new SubmissionTrace(tracer, true);

    Span within = trace.call("check", SUBMISSION, Span::current);

    assertThat(within.getSpanContext().isValid()).isFalse();
    assertThat(spans.ended()).isEmpty();
  }
}
