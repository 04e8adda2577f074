package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;

/** The files in what was sent: itself, or those in it if it is an archive of files. */
public final class Parts {
  /** Takes a file. */
  public interface Reader {
    /**
     * The next file.
     *
     * @param name for people
     * @param opening opens it, once
     */
    void read(String name, Opening opening) throws IOException;
  }

  /** Opens a file. */
  public interface Opening {
    /**
     * Opens the file.
     *
     * @throws UnreadableException if it is packed and damaged
     */
    Source open() throws IOException;
  }

  private Parts() {}

  /**
   * Hands over every file.
   *
   * @param name of what was sent
   * @param limits the bounds of all of it
   * @param folder where an archive is put meanwhile
   * @throws UnreadableException if nothing can be told of it, because it is packed and damaged
   */
  public static void read(
      String name, InputStream sent, ReadLimits limits, Path folder, Reader reader)
      throws IOException {
    Bounds bounds = new Bounds(limits);
    try (Source source = Source.open(bounds.packed(sent), folder, bounds)) {
      Archive archive = source.archive();
      if (archive == null || Formats.detect(source.head()).isPresent()) {
        reader.read(name, () -> source);
        return;
      }
      List<ZipEntry> files = archive.files();
      if (files.isEmpty()) {
        throw new UnreadableException(ProblemCode.NO_ROWS, "there is no file in the archive");
      }
      for (ZipEntry file : files) {
        reader.read(name + "/" + Archive.label(file), () -> part(archive, file, folder, bounds));
      }
    }
  }

  private static Source part(Archive archive, ZipEntry file, Path folder, Bounds bounds)
      throws IOException {
    Source part = Source.open(archive.read(file), folder, bounds);
    if (part.archive() != null && Formats.detect(part.head()).isEmpty()) {
      part.close();
      throw new UnreadableException(
          ProblemCode.NESTED_ARCHIVE, "there is an archive inside the archive");
    }
    return part;
  }
}
