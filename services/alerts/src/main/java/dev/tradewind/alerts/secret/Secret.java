package dev.tradewind.alerts.secret;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text that must not be shown: whatever prints it prints an ellipsis. */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** Guards that text. */
  public static Secret of(String text) {
    return new Secret(text);
  }

  /** The text itself: for the call only. */
  public String reveal() {
    return text;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return "…";
  }
}
