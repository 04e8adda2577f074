package dev.tradewind.standalone.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Several files in one request (RFC 7578), read from the disk as they are sent.
 *
 * @param contentType with the boundary
 * @param publisher the body
 */
record MultipartBody(String contentType, BodyPublisher publisher) {

  static MultipartBody of(List<Path> files) {
    String boundary = "tradewind-" + UUID.randomUUID();
    List<BodyPublisher> parts = new ArrayList<>();
    for (Path file : files) {
      parts.add(text(head(boundary, file)));
      parts.add(content(file));
      parts.add(text("\r\n"));
    }
    parts.add(text("--" + boundary + "--\r\n"));
    return new MultipartBody(
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
  }

  private static String head(String boundary, Path file) {
    String name = String.valueOf(file.getFileName());
    String type = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? "application/gzip" : "text/csv";
    // Browsers escape these three so as well.
    String safe = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    return "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            .formatted(boundary, safe)
        + "Content-Type: %s\r\n\r\n".formatted(type);
  }

  private static BodyPublisher content(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, UTF_8);
  }
}
