package dev.tradewind.ingest.store;

/**
 * A file whose bytes are in the database.
 *
 * @param name as its sender calls it, made harmless
 * @param bytes its size as sent
 * @param empty whether its content, unpacked, has no byte at all
 * @param sha256 of its content, unpacked if it is compressed, in hex
 */
public record StoredFile(String name, long bytes, boolean empty, String sha256) {}
