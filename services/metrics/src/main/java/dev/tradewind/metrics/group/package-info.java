/** What a question is about: single regions and partners, or groups of them, kept as data. */
@NullMarked
package dev.tradewind.metrics.group;

import org.jspecify.annotations.NullMarked;
