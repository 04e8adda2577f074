package dev.tradewind.ingest.upload;

import java.util.UUID;

/**
 * The outcome of an upload.
 *
 * @param id of the submission
 * @param existing whether it had been there before
 */
public record Accepted(UUID id, boolean existing) {}
