package dev.tradewind.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder. Its files may be seen while they are written, so they must keep still for a while. */
final class FolderPlace implements Place {
  private final Path root;

  FolderPlace(Path root) {
    this.root = root;
  }

  @Override
  public String address() {
    return root.toString();
  }

  @Override
  public String kind() {
    return "folder";
  }

  @Override
  public boolean atomic() {
    return false;
  }

  @Override
  public List<StoredObject> list() throws IOException {
    List<StoredObject> objects = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root, 2, new FileVisitOption[0])) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        look(path).ifPresent(objects::add);
      }
    }
    return objects;
  }

  private Optional<StoredObject> look(Path path) throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return file.isRegularFile() ? Optional.of(object(path, file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      // Renamed between the listing and the look at it; the next listing has it.
      return Optional.empty();
    }
  }

  private StoredObject object(Path path, BasicFileAttributes file) {
    String name = root.relativize(path).toString().replace('\\', '/');
    return new StoredObject(
        name, file.size() + "@" + file.lastModifiedTime().toInstant(), file.size());
  }

  @Override
  public InputStream open(StoredObject object) throws IOException {
    return Files.newInputStream(root.resolve(object.name()));
  }

  @Override
  public void verify(StoredObject object) throws IOException {
    Path path = root.resolve(object.name());
    if (!object(path, Files.readAttributes(path, BasicFileAttributes.class)).equals(object)) {
      throw new IOException(object.name() + " was written while it was read");
    }
  }

  @Override
  public void write(String name, String text) throws IOException {
    Path target = root.resolve(name);
    Path unfinished = root.resolve("." + target.getFileName() + ".tmp");
    Files.writeString(unfinished, text);
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
