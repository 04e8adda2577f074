/** The embedded parts, started for real. */
@NullMarked
package dev.tradewind.embedded;

import org.jspecify.annotations.NullMarked;
