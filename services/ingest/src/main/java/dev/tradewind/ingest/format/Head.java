package dev.tradewind.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first bytes of a file, unpacked, by which its format is told. */
public final class Head {
  /** How much of a file is looked at. */
  static final int SIZE = 1 << 16;

  /** What people send that is not read, by its first bytes. */
  private static final Map<String, String> FOREIGN = new LinkedHashMap<>();

  static {
    FOREIGN.put("\u00d0\u00cf\u0011\u00e0", "an old Excel workbook (.xls) or one with a password");
    FOREIGN.put("7z\u00bc\u00af", "a 7z archive");
    FOREIGN.put("Rar!", "a RAR archive");
    FOREIGN.put("BZh", "packed with bzip2");
    FOREIGN.put("\u00fd7zXZ", "packed with xz");
    FOREIGN.put("(\u00b5/\u00fd", "packed with zstd");
    FOREIGN.put("%PDF", "a PDF document");
    FOREIGN.put("PAR1", "a Parquet file");
    FOREIGN.put("<", "a web page or XML");
  }

  private final byte[] bytes;
  private final @Nullable Archive archive;
  private @Nullable String text;

  Head(byte[] bytes, @Nullable Archive archive) {
    this.bytes = bytes;
    this.archive = archive;
  }

  /** Whether the file has no byte at all. */
  public boolean isEmpty() {
    return bytes.length == 0 && archive == null;
  }

  /** Whether it starts with these bytes. */
  public boolean startsWith(int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is an archive with an entry of that name. */
  boolean holds(String entry) {
    return archive != null && archive.holds(entry);
  }

  /** Its text, as much of it as can be read. */
  String text() {
    String known = text;
    if (known == null) {
      known = decoded();
      text = known;
    }
    return known;
  }

  /** Its lines of text that are not empty, without the line ends. */
  Stream<String> lines() {
    return text().lines().filter(line -> !line.isBlank());
  }

  /** The first of them. */
  public String firstLine() {
    return lines().findFirst().orElse("");
  }

  /** What it is, if it is something that is known and not read; else null. */
  public @Nullable String foreign() {
    for (Map.Entry<String, String> kind : FOREIGN.entrySet()) {
      if (startsWith(kind.getKey().chars().toArray())) {
        return kind.getValue();
      }
    }
    return null;
  }

  private String decoded() {
    StringBuilder chars = new StringBuilder();
    char[] buffer = new char[1 << 13];
    try (StrictReader reader = new StrictReader(new ByteArrayInputStream(bytes))) {
      for (int n = reader.read(buffer, 0, buffer.length);
          n >= 0;
          n = reader.read(buffer, 0, buffer.length)) {
        chars.append(buffer, 0, n);
      }
    } catch (IOException e) {
      // What was readable is enough to tell the format; reading the file will report the rest.
      return chars.toString();
    }
    return chars.toString();
  }
}
