/** The stand-in's own tests: a lax one would prove nothing. */
@NullMarked
package dev.tradewind.embedded.slack;

import org.jspecify.annotations.NullMarked;
