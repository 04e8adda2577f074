package dev.tradewind.alerts.notification;

import java.io.IOException;

/** Nothing was sent, and trying again as it is does not help. */
public class RefusedException extends IOException {
  /**
   * For that reason.
   *
   * @param detail for people; holds no secret
   */
  public RefusedException(String detail) {
    super(detail);
  }
}
