/** How rules are written: over the API, as YAML, and by versions. */
@NullMarked
package dev.tradewind.alerts.rulebook;

import org.jspecify.annotations.NullMarked;
