/** Which service answers which path, and which paths are refused outright. */
@NullMarked
package dev.tradewind.gateway.route;

import org.jspecify.annotations.NullMarked;
