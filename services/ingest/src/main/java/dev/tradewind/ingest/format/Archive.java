package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip, opened by its directory at the end, so it stands in a file of ours meanwhile. Names in it
 * are labels and never paths. Its entries are unpacked within the bounds, and compared with their
 * checksums.
 */
final class Archive implements AutoCloseable {
  /** More entries than any archive of data has; the directory is held in memory. */
  private static final int LARGEST_DIRECTORY = 4 << 20;

  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;

  /** What programs add without being asked. */
  static final Pattern JUNK =
      Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|\\._[^/]*|Thumbs\\.db|desktop\\.ini)");

  /** Names without a mark for UTF-8 are in what the packing machine used; only labels are lost. */
  private static final List<Charset> NAMES =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

  private final ZipFile zip;
  private final Bounds bounds;

  private Archive(ZipFile zip, Bounds bounds) {
    this.zip = zip;
    this.bounds = bounds;
  }

  /**
   * Opens an archive.
   *
   * @param folder where its bytes are put meanwhile
   * @throws UnreadableException if it is damaged or encrypted
   */
  static Archive open(InputStream bytes, Path folder, Bounds bounds) throws IOException {
    Path file = Files.createTempFile(folder, "tradewind-archive-", ".zip");
    try {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      boundDirectory(file);
      return new Archive(open(file), bounds);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    } finally {
      // Once it is open it needs no name, so nothing is left behind.
      Files.deleteIfExists(file);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    ZipException first = null;
    for (Charset names : NAMES) {
      try {
        return new ZipFile(file.toFile(), names);
      } catch (ZipException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new ZipException() : first;
  }

  /** Looks at every place that could be taken for the end of the directory. */
  private static void boundDirectory(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(in.length(), END_SIZE + LONGEST_COMMENT)];
      in.seek(in.length() - end.length);
      in.readFully(end);
      for (int at = 0; at + END_SIZE <= end.length; at++) {
        boolean mark = end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6;
        if (mark && Integer.toUnsignedLong(little(end, at + 12)) > LARGEST_DIRECTORY) {
          throw new UnreadableException(
              ProblemCode.DAMAGED_ARCHIVE, "the archive's directory is larger than any can be");
        }
      }
    }
  }

  private static int little(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }

  /** Whether it has an entry of that name. */
  boolean holds(String name) {
    return zip.getEntry(name) != null;
  }

  /**
   * The files in it, without folders and what programs add of their own.
   *
   * @throws UnreadableException if two share a name: which is meant cannot be told
   */
  List<ZipEntry> files() throws UnreadableException {
    List<ZipEntry> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
      if (!names.add(entry.getName())) {
        throw new UnreadableException(
            ProblemCode.DAMAGED_ARCHIVE, "the archive holds two files of one name");
      }
      if (!entry.isDirectory() && !JUNK.matcher(entry.getName()).matches()) {
        files.add(entry);
      }
    }
    return files;
  }

  /** The content of the entry of that name; null if there is none. */
  @Nullable InputStream read(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? null : read(entry);
  }

  /** The content of an entry. */
  InputStream read(ZipEntry entry) throws IOException {
    try {
      return new CheckedEntry(bounds.unpacked(zip.getInputStream(entry)), entry);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  /** A name for people: nothing in it acts on a terminal, a page or a file system. */
  static String label(ZipEntry entry) {
    String plain = entry.getName().replaceAll("[\\p{Cntrl}\\p{Cf}\"'<>:|?*%;\\\\]", "_").strip();
    return plain.length() <= 150 ? plain : plain.substring(plain.length() - 150);
  }

  static UnreadableException damaged(IOException cause) {
    boolean encrypted = String.valueOf(cause.getMessage()).contains("encrypted");
    UnreadableException e =
        new UnreadableException(
            ProblemCode.DAMAGED_ARCHIVE,
            encrypted ? "the archive is encrypted" : "the archive ends too early or is damaged");
    e.initCause(cause);
    return e;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
