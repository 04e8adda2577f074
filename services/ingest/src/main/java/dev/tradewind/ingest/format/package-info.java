/** Kinds of files: how each is recognised by its content and read row by row. */
@NullMarked
package dev.tradewind.ingest.format;

import org.jspecify.annotations.NullMarked;
