/** Calls to addresses that somebody entered: allowed hosts, public addresses, no redirects. */
@NullMarked
package dev.tradewind.alerts.outbound;

import org.jspecify.annotations.NullMarked;
