package dev.tradewind.metrics.flow;

import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** Reads flows. */
public final class FlowReader {
  private FlowReader() {}

  /** All flows of a query. */
  public static List<Flow> read(Session session, FlowQuery query) {
    return session.list(query.sql(), FlowReader::flow, query.parameters());
  }

  /** A row with region, product, partner, value and base in this order. */
  public static Flow flow(Row row) {
    return new Flow(
        row.getString(0), row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
  }
}
