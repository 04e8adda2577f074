package dev.tradewind.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-will-be-like",
      })
  void a_trace_that_a_client_began_goes_on_unchanged(String sent) {
    MultiMap headers = headers(sent).add("tracestate", "congo=t61rcWkgMzE");

    TraceContext.complete(headers);

    assertThat(headers.getAll("traceparent")).containsExactly(sent);
    assertThat(headers.get("tracestate")).isEqualTo("congo=t61rcWkgMzE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      })
  void what_nobody_can_read_is_replaced_together_with_its_state(String sent) {
    MultiMap headers = headers(sent).add("tracestate", "congo=t61rcWkgMzE");

    TraceContext.complete(headers);

    assertThat(headers.get("traceparent")).isNotEqualTo(sent);
    assertThat(TraceContext.isValid(headers.get("traceparent"))).isTrue();
    assertThat(headers.contains("tracestate")).isFalse();
  }

  @Test
  void where_nobody_began_a_trace_each_request_begins_its_own() {
    MultiMap one = MultiMap.caseInsensitiveMultiMap();
    MultiMap other = MultiMap.caseInsensitiveMultiMap();

    TraceContext.complete(one);
    TraceContext.complete(other);

    assertThat(TraceContext.isValid(one.get("traceparent"))).isTrue();
    assertThat(one.get("traceparent")).isNotEqualTo(other.get("traceparent"));
  }

  @Test
  @SuppressWarnings("try") // The scope is there to be closed.
  void withinASpanOfOurOwnTheTracerSaysWhatTheServiceIsWithin() {
    MultiMap headers =
        headers("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .add("tracestate", "congo=t61rcWkgMzE");
    SpanContext own =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "00f067aa0ba902b7",
            TraceFlags.getSampled(),
            TraceState.getDefault());

    try (Scope scope = Span.wrap(own).makeCurrent()) {
      TraceContext.complete(headers);
    }

    assertThat(headers.names()).isEmpty();
  }

  private static MultiMap headers(String traceparent) {
    return MultiMap.caseInsensitiveMultiMap().add("traceparent", traceparent);
  }
}
