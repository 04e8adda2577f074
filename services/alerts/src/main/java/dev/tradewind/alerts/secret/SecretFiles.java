package dev.tradewind.alerts.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets in files of one directory, such as a mounted Kubernetes Secret. */
record SecretFiles(Optional<Path> directory) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final int MOST_BYTES = 16 * 1024;

  /** Whether that can be the name of a file; says nothing of whether there is one. */
  static boolean isName(String ref) {
    return NAME.matcher(ref).matches() && !ref.contains("..");
  }

  Secret read(String ref) {
    if (directory.isEmpty()) {
      throw new SecretException(
          "secretRef needs a directory: set tradewind.secrets.directory to where it is mounted");
    }
    if (!isName(ref)) {
      throw new SecretException("secretRef is not the plain name of a file");
    }
    try {
      // Links are how Kubernetes mounts; what they lead to must be in the directory as well.
      Path root = directory.get().toRealPath();
      Path file = root.resolve(ref).toRealPath();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        throw new SecretException("the file '" + ref + "' leads out of the directory of secrets");
      }
      return read(ref, file);
    } catch (IOException e) {
      throw new SecretException(
          "the file '" + ref + "' in the directory of secrets cannot be read");
    }
  }

  private static Secret read(String ref, Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      if (text.isEmpty() || bytes.length > MOST_BYTES) {
        throw new SecretException(
            "the file '" + ref + "' is empty or has more than " + MOST_BYTES + " bytes");
      }
      return Secret.of(text);
    }
  }
}
