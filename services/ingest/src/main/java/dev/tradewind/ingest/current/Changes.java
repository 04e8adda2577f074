package dev.tradewind.ingest.current;

import java.util.List;

/**
 * What a submission would change.
 *
 * @param slices by region and month, in order; only those that it speaks for
 * @param complete whether all of it was compared within the time allowed
 */
public record Changes(List<SliceChange> slices, boolean complete) {}
