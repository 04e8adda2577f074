package dev.tradewind.ingest.current;

/**
 * What a submission would change in one region and month.
 *
 * @param region its place in the code list
 * @param month months since 1980
 * @param added cells that were unknown or zero
 * @param revised cells with another value
 * @param unchanged cells with the same value
 * @param ended cells that become zero: covered, and not in the files
 * @param before the sum of the cells it speaks for, as they are, in minor units
 * @param after their sum afterwards
 */
public record SliceChange(
    int region,
    int month,
    long added,
    long revised,
    long unchanged,
    long ended,
    long before,
    long after) {}
