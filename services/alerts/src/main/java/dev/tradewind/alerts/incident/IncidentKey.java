package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Series;

/**
 * What makes an incident the same one from period to period.
 *
 * @param rule the rule's id
 * @param region ISO 3166-2, or {@code CN}
 * @param series partner, sector, window and currency
 */
public record IncidentKey(String rule, String region, Series series) {}
