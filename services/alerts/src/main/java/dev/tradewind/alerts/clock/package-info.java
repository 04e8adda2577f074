/** What happens because of the time alone. */
@NullMarked
package dev.tradewind.alerts.clock;

import org.jspecify.annotations.NullMarked;
