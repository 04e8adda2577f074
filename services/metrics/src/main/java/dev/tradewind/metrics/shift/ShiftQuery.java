package dev.tradewind.metrics.shift;

import dev.tradewind.metrics.flow.FlowQuery;
import java.util.stream.Collectors;

/**
 * Builds the one statement of a search: flows are summed, judged and ranked where they lie, so that
 * only a page of them travels.
 */
final class ShiftQuery {
  private ShiftQuery() {}

  static String sql(FlowQuery flows, ShiftQuestion question, int offset) {
    String from = flows.sql();
    String minBase = flows.parameter(question.thresholds().minBase());
    String minCurrent = flows.parameter(question.thresholds().minCurrent());
    String minFold = flows.parameter(question.thresholds().minFold());
    return "SELECT region, product, partner, value, base FROM ("
        + from
        + ") AS flow WHERE "
        + question.kinds().stream()
            .map(kind -> condition(kind, minBase, minCurrent, minFold))
            .collect(Collectors.joining(" OR ", "(", ")"))
        // Parameters must be used even where no kind needs them.
        + " AND %s::bigint IS NOT NULL AND %s::bigint IS NOT NULL AND %s::numeric IS NOT NULL"
            .formatted(minBase, minCurrent, minFold)
        + " ORDER BY "
        + question.order().sql()
        + " LIMIT "
        + (question.limit() + 1)
        + " OFFSET "
        + offset;
  }

  /** The same conditions as {@link Thresholds#kind}. */
  private static String condition(
      ShiftKind kind, String minBase, String minCurrent, String minFold) {
    return switch (kind) {
      case GROWN ->
          ("(base > 0 AND base >= %1$s::bigint AND value > 0 AND value >= %2$s::bigint"
                  + " AND value >= base * %3$s::numeric)")
              .formatted(minBase, minCurrent, minFold);
      case SHRUNK ->
          "(base > 0 AND base >= %s::bigint AND value > 0 AND base >= value * %s::numeric)"
              .formatted(minBase, minFold);
      case NEW_FLOW -> "(base = 0 AND value > 0 AND value >= %s::bigint)".formatted(minCurrent);
      case CEASED -> "(value = 0 AND base > 0 AND base >= %s::bigint)".formatted(minBase);
    };
  }
}
