/** Questions with checked parameters, answers in JSON and CSV, kept until the next merge. */
@NullMarked
package dev.tradewind.metrics.answer;

import org.jspecify.annotations.NullMarked;
