package dev.tradewind.ingest.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What becomes one submission: a file at the top of a place, or all files of a sub-folder that has
 * the marker {@code _READY} in it. A sub-folder without the marker is still being filled.
 *
 * @param name of the file, or of the sub-folder with a slash behind it
 * @param files in the order of their names
 */
record Delivery(String name, List<StoredObject> files) {
  static final String MARKER = "_READY";
  static final String RESULT = ".result.json";
  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".filepart", ".crdownload", ".download", "~");

  /** The deliveries among these objects, in the order of their names. */
  static List<Delivery> of(List<StoredObject> objects) {
    List<StoredObject> sorted =
        objects.stream().sorted(Comparator.comparing(StoredObject::name)).toList();
    List<Delivery> deliveries = new ArrayList<>();
    Map<String, List<StoredObject>> folders = new TreeMap<>();
    for (StoredObject object : sorted) {
      int slash = object.name().indexOf('/');
      if (slash < 0 && isFile(object.name())) {
        deliveries.add(new Delivery(object.name(), List.of(object)));
      } else if (slash > 0) {
        folders
            .computeIfAbsent(object.name().substring(0, slash + 1), f -> new ArrayList<>())
            .add(object);
      }
    }
    folders.forEach(
        (folder, inside) -> {
          boolean ready = inside.stream().anyMatch(o -> o.name().equals(folder + MARKER));
          List<StoredObject> files =
              inside.stream()
                  .filter(object -> isFile(object.name().substring(folder.length())))
                  .toList();
          if (ready && !files.isEmpty()) {
            deliveries.add(new Delivery(folder, files));
          }
        });
    return deliveries;
  }

  /** Names of helpers, and of files that are being written, by the conventions of their writers. */
  private static boolean isFile(String name) {
    return !name.isEmpty()
        && !name.contains("/")
        && !name.startsWith(".")
        && !name.startsWith("_")
        && !name.endsWith(RESULT)
        && UNFINISHED.stream().noneMatch(name::endsWith);
  }

  String version() {
    return files.stream()
        .map(file -> files.size() == 1 ? file.version() : file.name() + "=" + file.version())
        .collect(Collectors.joining(","));
  }

  long bytes() {
    return files.stream().mapToLong(StoredObject::bytes).sum();
  }

  /** The name of its result, beside it. */
  static String resultName(String delivery) {
    String plain = delivery.endsWith("/") ? delivery.substring(0, delivery.length() - 1) : delivery;
    return plain + RESULT;
  }
}
