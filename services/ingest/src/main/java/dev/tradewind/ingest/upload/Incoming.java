package dev.tradewind.ingest.upload;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that is being sent.
 *
 * @param name made harmless
 * @param content opens its bytes, once
 */
record Incoming(String name, Content content) {
  /** Opens the bytes. */
  interface Content {
    InputStream open() throws IOException;
  }
}
