package dev.tradewind.standalone;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What makes the first key of a closed run; nobody needs it after that. */
final class BootstrapSecret {
  private static final int BYTES = 32;

  private BootstrapSecret() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
