/** Which products a question is about: all, a sector of the code list, or an HS prefix. */
@NullMarked
package dev.tradewind.metrics.sector;

import org.jspecify.annotations.NullMarked;
