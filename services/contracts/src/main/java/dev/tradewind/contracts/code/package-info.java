/** Regions, partners and sectors: the code lists of the field, in English and Chinese. */
@NullMarked
package dev.tradewind.contracts.code;

import org.jspecify.annotations.NullMarked;
