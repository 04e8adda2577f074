/** Supply chains that shift: flows that grew or shrank many times over, began or ceased. */
@NullMarked
package dev.tradewind.metrics.shift;

import org.jspecify.annotations.NullMarked;
