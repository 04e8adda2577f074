package dev.tradewind.alerts.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.code.Region;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an alert.
 *
 * @param id of the step, which is the event's id
 * @param state of the alert since then
 * @param observed what the rule compared, as it is known of the alert now
 */
@Schema(name = "AlertEvent", description = "Something that happened to an alert.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record StreamedStep(
    @Schema(examples = "101") long id,
    Instant at,
    @Schema(examples = "raised") String step,
    @Schema(examples = "12") long alert,
    @Schema(examples = "us-exports-drop") String rule,
    @Schema(examples = "Sharp drop of exports to the United States") String ruleName,
    @Schema(examples = "firing") String state,
    @Schema(examples = "critical") String severity,
    @Schema(examples = "CN-SD") String region,
    @Schema(examples = "Shandong") String regionName,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "yoy") String indicator,
    @Schema(examples = "-0.568812") @Nullable BigDecimal observed,
    @Nullable UUID submission,
    @Schema(examples = "published") String cause,
    @Schema(examples = "jane@example.org") @Nullable String actor,
    @Schema(examples = "Known: the port was closed") @Nullable String comment) {
  static StreamedStep of(Row row) {
    return new StreamedStep(
        row.getLong(0),
        row.getOffsetDateTime(1).toInstant(),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        Region.nameEn(row.getString(8)),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getBigDecimal(15),
        row.getUUID(16),
        row.getString(17),
        row.getString(18),
        row.getString(19));
  }
}
