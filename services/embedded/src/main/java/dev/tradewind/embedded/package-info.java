/** Real Kafka and real PostgreSQL in this JVM's care: no Docker, no root, no installation. */
@NullMarked
package dev.tradewind.embedded;

import org.jspecify.annotations.NullMarked;
