package dev.tradewind.ingest.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header line of a table: which column means what.
 *
 * @param header what it says
 * @param dimensions the dimension of each column; null where it is not needed
 * @param width how many columns have a header
 */
record TableHeader(Header header, List<@Nullable Dimension> dimensions, int width) {}
