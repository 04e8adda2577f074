/** The packaged services together, on real Kafka and PostgreSQL, seen as their clients see them. */
@NullMarked
package dev.tradewind.systemtests;

import org.jspecify.annotations.NullMarked;
