package dev.tradewind.platform.kafka;

/**
 * How a {@link PositionedConsumer} is doing.
 *
 * @param state see {@link State}
 * @param detail for people; empty while all is well
 */
public record ConsumerStatus(State state, String detail) {
  /** What it is doing. */
  public enum State {
    /** Not yet connected. */
    STARTING,
    /** Reading. */
    RUNNING,
    /** Something it needs is away; it tries again. */
    WAITING,
    /** The log and the database contradict each other; it looks again now and then. */
    ALARM,
    /** Closed. */
    STOPPED
  }

  /** Whether data flow. */
  public boolean healthy() {
    return state == State.RUNNING;
  }
}
