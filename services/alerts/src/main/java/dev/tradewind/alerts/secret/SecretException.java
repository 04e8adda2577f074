package dev.tradewind.alerts.secret;

/** A secret cannot be kept or had; the message says why and holds nothing of it. */
public final class SecretException extends RuntimeException {
  /** For that reason. */
  public SecretException(String message) {
    super(message);
  }
}
