package dev.tradewind.systemtests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A span as reported, from the messages of <a
 * href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto</a>.
 *
 * @param service who reports it
 * @param trace its id, in hexadecimal
 * @param id its own
 * @param parent the span's that it is within; empty if there is none
 * @param name what happened
 * @param kind 1 internal, 2 server, 3 client
 * @param attributes those that are texts
 */
record ReportedSpan(
    String service,
    String trace,
    String id,
    String parent,
    String name,
    long kind,
    Map<String, String> attributes) {
  static final long SERVER = 2;
  static final long CLIENT = 3;

  /** All spans of an ExportTraceServiceRequest. */
  static List<ReportedSpan> all(byte[] request) {
    List<ReportedSpan> all = new ArrayList<>();
    for (Protobuf resourceSpans : new Protobuf(request).messages(1)) {
      String service =
          resourceSpans.messages(1).stream()
              .map(resource -> attributes(resource, 1).getOrDefault("service.name", ""))
              .findFirst()
              .orElse("");
      for (Protobuf scopeSpans : resourceSpans.messages(2)) {
        scopeSpans.messages(2).forEach(span -> all.add(of(service, span)));
      }
    }
    return all;
  }

  private static ReportedSpan of(String service, Protobuf span) {
    HexFormat hex = HexFormat.of();
    return new ReportedSpan(
        service,
        hex.formatHex(span.bytes(1)),
        hex.formatHex(span.bytes(2)),
        hex.formatHex(span.bytes(4)),
        text(span, 5),
        span.number(6),
        attributes(span, 9));
  }

  private static Map<String, String> attributes(Protobuf of, int field) {
    Map<String, String> attributes = new HashMap<>();
    for (Protobuf pair : of.messages(field)) {
      pair.messages(2).forEach(value -> attributes.put(text(pair, 1), text(value, 1)));
    }
    return attributes;
  }

  private static String text(Protobuf of, int field) {
    return new String(of.bytes(field), StandardCharsets.UTF_8);
  }
}
