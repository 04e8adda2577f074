package dev.tradewind.alerts.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident would go.
 *
 * @param labels that routing sees
 * @param held why it would not be told now; null if it would
 * @param destinations one for each route that takes it
 */
@Schema(name = "RoutingAnswer", description = "Where an incident would go.")
@RegisterForReflection
record RoutingAnswer(
    Map<String, String> labels,
    @Schema(examples = "silenced by 12") @Nullable String held,
    List<To> destinations) {
  /**
   * Where a route sends it.
   *
   * @param route its place in the document
   * @param channels their names
   * @param groupBy what it is grouped by, besides series and period
   * @param opens the first moment at which it may go out
   */
  @Schema(name = "RoutingDestination")
  @RegisterForReflection
  record To(
      @Schema(examples = "route.routes[0]") String route,
      @Schema(examples = "[\"default\"]") List<String> channels,
      List<String> groupBy,
      Instant opens) {}
}
