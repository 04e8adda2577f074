/** Lists that page by cursor. */
@NullMarked
package dev.tradewind.platform.paging;

import org.jspecify.annotations.NullMarked;
