package dev.tradewind.alerts.rulebook;

import dev.tradewind.alerts.rule.RuleDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is stored.
 *
 * @param version raised with every change
 * @param provisioned whether a file wrote it
 * @param deleted whether it is only kept for its incidents
 * @param newest the latest covered period of what it watches; null if nothing is known of it
 */
record StoredRule(
    RuleDocument document,
    int version,
    boolean provisioned,
    boolean deleted,
    @Nullable String newest,
    Instant updatedAt,
    String updatedBy) {}
