/** What is known of every submission, and when it is complete. */
@NullMarked
package dev.tradewind.metrics.submission;

import org.jspecify.annotations.NullMarked;
