/** What is wrong with a file, said so that a person can act on it. */
@NullMarked
package dev.tradewind.ingest.problem;

import org.jspecify.annotations.NullMarked;
