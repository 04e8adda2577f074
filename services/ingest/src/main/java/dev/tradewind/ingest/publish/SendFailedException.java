package dev.tradewind.ingest.publish;

/** Kafka did not take a message; the attempt ends and is repeated later. */
final class SendFailedException extends RuntimeException {
  SendFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  SendFailedException(String message) {
    super(message);
  }
}
