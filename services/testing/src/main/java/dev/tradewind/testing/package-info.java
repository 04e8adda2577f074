/**
 * What tests of the services stand on: real Kafka and PostgreSQL, a strict Slack, customs files.
 */
@NullMarked
package dev.tradewind.testing;

import org.jspecify.annotations.NullMarked;
