/** All facts as one stream, for those who compute themselves. */
@NullMarked
package dev.tradewind.metrics.bulk;

import org.jspecify.annotations.NullMarked;
