package dev.tradewind.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files that the user named: a comma list of paths, each of which may be a glob. */
final class InputFiles {
  /** A comma that is not part of a glob such as {@code {2024,2025}.csv}. */
  private static final String OUTSIDE_BRACES = ",(?![^{]*})";

  private InputFiles() {}

  /** The files, each once, those of a glob by name; none is an error that says which. */
  static List<Path> find(String patterns, Path directory) {
    Set<Path> found = new LinkedHashSet<>();
    for (String pattern : patterns.split(OUTSIDE_BRACES)) {
      if (!pattern.isBlank()) {
        found.addAll(expand(pattern.strip(), directory));
      }
    }
    if (found.isEmpty()) {
      throw new UsageException("--files names no file.");
    }
    for (Path file : found) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
        throw new UsageException(file + " is neither a .csv nor a .csv.gz file.");
      }
    }
    return List.copyOf(found);
  }

  private static List<Path> expand(String pattern, Path directory) {
    int wild = firstWildcard(pattern);
    if (wild < 0) {
      Path file = directory.resolve(pattern).normalize();
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new UsageException("There is no readable file " + file + ".");
      }
      return List.of(file);
    }
    // Up to the last separator before the first wildcard it is a plain directory.
    int cut = Math.max(pattern.lastIndexOf('/', wild), pattern.lastIndexOf('\\', wild)) + 1;
    Path root = directory.resolve(pattern.substring(0, cut)).normalize();
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(cut));
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> below = Files.walk(root, depth(pattern.substring(cut)))) {
        below
            .filter(file -> Files.isRegularFile(file) && matcher.matches(root.relativize(file)))
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look into " + root, e);
      }
    }
    if (files.isEmpty()) {
      throw new UsageException("No file matches " + root.resolve(pattern.substring(cut)) + ".");
    }
    return files;
  }

  private static int depth(String glob) {
    return glob.contains("**")
        ? Integer.MAX_VALUE
        : 1 + (int) glob.chars().filter(c -> c == '/').count();
  }

  private static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
