/** The code lists: regions, partners and sectors. */
@NullMarked
package dev.tradewind.metrics.code;

import org.jspecify.annotations.NullMarked;
