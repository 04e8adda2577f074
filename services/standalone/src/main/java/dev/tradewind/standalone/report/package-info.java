/** What the demo shows, as text. */
@NullMarked
package dev.tradewind.standalone.report;

import org.jspecify.annotations.NullMarked;
