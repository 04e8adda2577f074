package dev.tradewind.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A place that files come from. */
interface Place extends AutoCloseable {
  /** Where it is, for people. */
  String address();

  /** {@code folder} or {@code bucket}. */
  String kind();

  /** Whether an object appears only when it is whole. */
  boolean atomic();

  /** All objects, at most one sub-folder deep. */
  List<StoredObject> list() throws IOException;

  /**
   * Opens an object.
   *
   * @throws IOException also if it is no longer the same version
   */
  InputStream open(StoredObject object) throws IOException;

  /** Fails if the object is no longer the version that was listed: it changed while it was read. */
  void verify(StoredObject object) throws IOException;

  /** Writes a small text there. */
  void write(String name, String text) throws IOException;

  @Override
  void close();
}
