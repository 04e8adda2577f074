/** Lists as CSV, safe to open in a spreadsheet. */
@NullMarked
package dev.tradewind.gateway.table;

import org.jspecify.annotations.NullMarked;
