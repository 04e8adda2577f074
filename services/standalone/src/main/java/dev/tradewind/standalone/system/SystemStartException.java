package dev.tradewind.standalone.system;

/**
 * The system cannot start or does not run any more; the message says why, the advice what to do.
 */
public final class SystemStartException extends RuntimeException {
  private final String advice;

  /**
   * With what went wrong and what to do.
   *
   * @param message what went wrong
   * @param advice what the user can do about it
   */
  public SystemStartException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What the user can do about it. */
  public String advice() {
    return advice;
  }
}
