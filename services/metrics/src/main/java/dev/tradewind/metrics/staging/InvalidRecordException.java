package dev.tradewind.metrics.staging;

/** A record contradicts the contract; it is diverted and reading goes on. */
final class InvalidRecordException extends Exception {
  InvalidRecordException(String reason) {
    super(reason);
  }
}
