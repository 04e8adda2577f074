/** The rules that submissions are checked by, as this installation has them. */
@NullMarked
package dev.tradewind.ingest.rules;

import org.jspecify.annotations.NullMarked;
