/** What tests of this service share. */
@NullMarked
package dev.tradewind.alerts;

import org.jspecify.annotations.NullMarked;
