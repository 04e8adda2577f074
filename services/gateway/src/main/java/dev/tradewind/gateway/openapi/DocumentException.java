package dev.tradewind.gateway.openapi;

import java.util.List;

/** The services' documents do not make one document; the message says what to change. */
final class DocumentException extends RuntimeException {
  DocumentException(String message) {
    super(message);
  }

  static DocumentException ofCollisions(List<String> collisions) {
    return new DocumentException(
        "the services' OpenAPI documents cannot be merged:\n  - "
            + String.join("\n  - ", collisions));
  }
}
