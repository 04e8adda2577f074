/** How JSON is written by every service. */
@NullMarked
package dev.tradewind.platform.json;

import org.jspecify.annotations.NullMarked;
