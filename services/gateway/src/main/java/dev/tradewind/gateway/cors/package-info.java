/** Which pages of other origins may read here: none unless configured. */
@NullMarked
package dev.tradewind.gateway.cors;

import org.jspecify.annotations.NullMarked;
