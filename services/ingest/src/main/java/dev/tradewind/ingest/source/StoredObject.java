package dev.tradewind.ingest.source;

/**
 * A file as a place has it.
 *
 * @param name below the place's root, with slashes
 * @param version changes when the content may have changed
 * @param bytes its size
 */
record StoredObject(String name, String version, long bytes) {}
