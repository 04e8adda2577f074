/** The test resources themselves, used as a service's tests use them. */
@NullMarked
package dev.tradewind.testing;

import org.jspecify.annotations.NullMarked;
