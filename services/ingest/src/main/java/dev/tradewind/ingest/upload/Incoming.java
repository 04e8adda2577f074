package dev.tradewind.ingest.upload;

import java.io.InputStream;

/**
 * A file that is being sent.
 *
 * @param name made harmless
 * @param content its bytes, to be read before the next file
 */
public record Incoming(String name, InputStream content) {}
