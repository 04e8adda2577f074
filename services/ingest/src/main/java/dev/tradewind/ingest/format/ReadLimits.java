package dev.tradewind.ingest.format;

/**
 * What is read of a file at the most.
 *
 * @param maxRatio how many times larger than its packed form a file may be
 * @param maxUnpacked bytes that everything in one file may unpack to
 * @param maxColumns columns of a table
 * @param maxFieldLength characters of a field
 */
public record ReadLimits(int maxRatio, long maxUnpacked, int maxColumns, int maxFieldLength) {}
