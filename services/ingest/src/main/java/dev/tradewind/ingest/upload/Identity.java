package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.ingest.store.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes two submissions the same: the content of all files, in any order and however packed,
 * and the options.
 */
final class Identity {
  private Identity() {}

  static String of(List<StoredFile> files, SubmissionOptions options) {
    String text =
        files.stream()
                .flatMap(file -> file.contents().files().stream())
                .sorted()
                .collect(Collectors.joining("\n"))
            + "\n"
            + options.canonical();
    return HexFormat.of()
        .formatHex(FileStore.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
