/** What tests need to reach a closed service, and to try what must not reach it. */
@NullMarked
package dev.tradewind.testing.access;

import org.jspecify.annotations.NullMarked;
