package dev.tradewind.platform.tracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.inject.Singleton;

/**
 * Keeps queries out of spans: a provider's answer to a sign-in holds a code there, and clients put
 * keys there that belong into headers.
 */
@Singleton
class QueryRedaction implements SpanProcessor {
  private static final String REDACTED = "REDACTED";

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (span.getAttribute(UrlAttributes.URL_QUERY) != null) {
      span.setAttribute(UrlAttributes.URL_QUERY, REDACTED);
    }
    String full = span.getAttribute(UrlAttributes.URL_FULL);
    int query = full == null ? -1 : full.indexOf('?');
    if (full != null && query >= 0) {
      span.setAttribute(UrlAttributes.URL_FULL, full.substring(0, query + 1) + REDACTED);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // All is done when it starts.
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
