package dev.tradewind.ingest.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What was sent, whatever it was packed in: a file, the same file in gzip, and a zip of it have the
 * same files.
 *
 * @param sha256 of what was sent, unpacked if it is gzip, in hex
 * @param files SHA-256 of each file in it, unpacked, in hex: itself, if it is no archive of files
 * @param empty whether there is no byte at all
 */
public record Contents(String sha256, List<String> files, boolean empty) {
  /** An archive that holds one of these is a workbook, which is a file by itself. */
  private static final Set<String> WORKBOOK = Set.of("[Content_Types].xml", "xl/workbook.xml");

  /**
   * Reads to the end of the packed data, while they come in and in constant memory. The files of an
   * archive are taken as they stand one after the other; where that cannot be done, the archive is
   * a file like any other, and checking it will say what is wrong.
   *
   * @throws UnreadableException if it is packed and damaged
   */
  public static Contents read(InputStream sent, ReadLimits limits) throws IOException {
    Bounds bounds = new Bounds(limits);
    MessageDigest whole = newDigest();
    BufferedInputStream content =
        new BufferedInputStream(
            new DigestInputStream(Unpacked.open(bounds.packed(sent), bounds), whole), Head.SIZE);
    content.mark(4);
    Head start = new Head(content.readNBytes(4), null);
    content.reset();
    List<String> files =
        start.startsWith('P', 'K', 3, 4) ? inArchive(content, bounds) : List.<String>of();
    drain(content);
    String sha256 = HexFormat.of().formatHex(whole.digest());
    return new Contents(sha256, files.isEmpty() ? List.of(sha256) : files, start.isEmpty());
  }

  /** The hashes of the files; none if it is no archive of files. */
  private static List<String> inArchive(InputStream content, Bounds bounds) throws IOException {
    List<String> files = new ArrayList<>();
    // Names that are marked as UTF-8 are read so; others only have to be told from junk.
    ZipInputStream zip = new ZipInputStream(content, StandardCharsets.ISO_8859_1);
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (WORKBOOK.contains(entry.getName())) {
          return List.of();
        }
        if (!entry.isDirectory() && !Archive.JUNK.matcher(entry.getName()).matches()) {
          MessageDigest file = newDigest();
          drain(new DigestInputStream(Unpacked.open(bounds.unpacked(zip), bounds), file));
          files.add(HexFormat.of().formatHex(file.digest()));
        }
      }
    } catch (UnreadableException | EOFException | ZipException | IllegalArgumentException e) {
      return List.of();
    }
    return files;
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (in.read(buffer) >= 0) {
      // Only the digest wants it.
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }
}
