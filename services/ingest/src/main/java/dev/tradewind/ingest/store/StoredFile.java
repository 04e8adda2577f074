package dev.tradewind.ingest.store;

import dev.tradewind.ingest.format.Contents;

/**
 * A file whose bytes are in the database.
 *
 * @param name as its sender calls it, made harmless
 * @param bytes its size as sent
 * @param contents what it holds, unpacked
 */
public record StoredFile(String name, long bytes, Contents contents) {}
