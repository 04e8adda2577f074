package dev.tradewind.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.semconv.UrlAttributes;
import org.junit.jupiter.api.Test;

class QueryRedactionTest {
  private final KeptSpans spans = new KeptSpans();
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .addSpanProcessor(new QueryRedaction())
          .addSpanProcessor(spans)
          .build()
          .get("test");

  @Test
  void aSpanTellsThatThereWasAQueryAndNotWhich() {
    tracer
        .spanBuilder("GET")
        .setAttribute(UrlAttributes.URL_PATH, "/login/callback")
        .setAttribute(UrlAttributes.URL_QUERY, "code=secret&state=secret")
        .setAttribute(UrlAttributes.URL_FULL, "http://metrics:8080/api/v1/exports?key=secret")
        .startSpan()
        .end();

    assertThat(spans.ended().get(0).getAttributes().asMap())
        .containsEntry(UrlAttributes.URL_PATH, "/login/callback")
        .containsEntry(UrlAttributes.URL_QUERY, "REDACTED")
        .containsEntry(UrlAttributes.URL_FULL, "http://metrics:8080/api/v1/exports?REDACTED");
  }

  @Test
  void whatHasNoQueryIsLeftAsItIs() {
    tracer
        .spanBuilder("GET")
        .setAttribute(UrlAttributes.URL_FULL, "http://metrics:8080/api/v1/exports")
        .startSpan()
        .end();

    assertThat(spans.ended().get(0).getAttributes().asMap())
        .containsEntry(UrlAttributes.URL_FULL, "http://metrics:8080/api/v1/exports")
        .doesNotContainKey(UrlAttributes.URL_QUERY);
  }
}
