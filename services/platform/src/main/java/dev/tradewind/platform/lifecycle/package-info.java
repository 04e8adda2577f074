/** When a service ends by itself. */
@NullMarked
package dev.tradewind.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
