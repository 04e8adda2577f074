/** What happens to alerts, as it happens. */
@NullMarked
package dev.tradewind.alerts.stream;

import org.jspecify.annotations.NullMarked;
