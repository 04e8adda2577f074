/** What happens to every request and answer at the edge, whoever serves it. */
@NullMarked
package dev.tradewind.gateway.edge;

import org.jspecify.annotations.NullMarked;
