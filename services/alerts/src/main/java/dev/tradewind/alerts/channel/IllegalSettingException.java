package dev.tradewind.alerts.channel;

/** A setting of a channel is not valid. */
public final class IllegalSettingException extends RuntimeException {
  private final String field;

  /**
   * Of that field.
   *
   * @param detail what is wrong and what is allowed; holds no secret
   */
  public IllegalSettingException(String field, String detail) {
    super(detail);
    this.field = field;
  }

  /** The field of the request. */
  public String field() {
    return field;
  }

  /** What is wrong and what is allowed. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
