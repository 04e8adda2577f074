/** What traces tell, where they are switched on, and what they never tell. */
@NullMarked
package dev.tradewind.platform.tracing;

import org.jspecify.annotations.NullMarked;
