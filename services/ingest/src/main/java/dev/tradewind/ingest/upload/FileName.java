package dev.tradewind.ingest.upload;

import org.jspecify.annotations.Nullable;

/** Names of files as senders give them, made harmless: a name is only shown, never a path. */
final class FileName {
  private static final int LONGEST = 150;

  private FileName() {}

  static String safe(@Nullable String name) {
    if (name == null) {
      return "upload.csv";
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"'<>:|?*%;]", "_").strip();
    if (plain.isEmpty() || plain.matches("\\.+")) {
      return "upload.csv";
    }
    // The end tells the kind of file, so it stays.
    return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
  }
}
