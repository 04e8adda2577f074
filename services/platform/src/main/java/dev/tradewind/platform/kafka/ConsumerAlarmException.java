package dev.tradewind.platform.kafka;

/**
 * The log and the database contradict each other: reading on would lose or double data, so an
 * operator must look.
 */
public final class ConsumerAlarmException extends RuntimeException {
  ConsumerAlarmException(String message) {
    super(message);
  }
}
