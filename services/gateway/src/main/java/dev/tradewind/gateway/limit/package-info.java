/** How much one client may ask for, and how it learns of that. */
@NullMarked
package dev.tradewind.gateway.limit;

import org.jspecify.annotations.NullMarked;
