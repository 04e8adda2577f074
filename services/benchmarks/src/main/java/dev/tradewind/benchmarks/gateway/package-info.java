/** How fast reads pass through the gateway, against an endpoint that does nothing else. */
@NullMarked
package dev.tradewind.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
