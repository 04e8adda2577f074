package dev.tradewind.ingest.upload;

import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * The files of a multipart body, read as they come: nothing is put on disk. Parts without a file
 * name are passed over.
 */
final class MultipartFiles implements IncomingFiles {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME =
      Pattern.compile("\\bfilename=\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
  private static final int MOST_HEADERS = 16 << 10;

  private final MultipartInput parts;
  private final int maxFiles;
  private boolean started;
  private int count;

  private MultipartFiles(MultipartInput parts, int maxFiles) {
    this.parts = parts;
    this.maxFiles = maxFiles;
  }

  /**
   * Reads a body.
   *
   * @param type its Content-Type, which names the boundary
   * @param maxFiles how many are taken
   */
  static MultipartFiles of(String type, InputStream body, int maxFiles) throws IOException {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      throw malformed("the Content-Type names no boundary");
    }
    String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return new MultipartFiles(
        MultipartInput.builder()
            .setInputStream(body)
            .setBoundary(text.getBytes(StandardCharsets.ISO_8859_1))
            .setPartHeaderSizeMax(MOST_HEADERS)
            .get(),
        maxFiles);
  }

  @Override
  public @Nullable Incoming next() throws IOException {
    try {
      while (advance()) {
        Matcher name = FILE_NAME.matcher(parts.readHeaders());
        if (name.find()) {
          refuseTooMany();
          return new Incoming(FileName.safe(unescaped(name.group(1))), parts.newInputStream());
        }
        var unused = parts.discardBodyData();
      }
      return null;
    } catch (MultipartInput.MalformedStreamException e) {
      throw malformed(e.getMessage());
    }
  }

  private boolean advance() throws IOException {
    boolean found = started ? parts.readBoundary() : parts.skipPreamble();
    started = true;
    return found;
  }

  private void refuseTooMany() {
    if (++count > maxFiles) {
      throw Problem.of(413, "too-many-files", "There are more files than allowed.")
          .withDetail("At most " + maxFiles + " are taken.")
          .withAdvice("Send them as several submissions, each with whole months.")
          .asException();
    }
  }

  /** Senders write names as UTF-8, whatever the standards said. */
  private static String unescaped(String name) {
    return name.replaceAll("\\\\(.)", "$1");
  }

  private static ProblemException malformed(@Nullable String why) {
    return Problem.of(400, "malformed-multipart", "The multipart body cannot be read.")
        .withDetail(why == null ? "it ends before its last boundary" : why)
        .withAdvice("Send multipart/form-data with one part for each file, as curl -F does.")
        .asException();
  }
}
