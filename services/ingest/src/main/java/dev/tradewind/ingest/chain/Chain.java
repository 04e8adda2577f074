package dev.tradewind.ingest.chain;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.store.CoverageText;
import dev.tradewind.ingest.store.Database.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes and tells which submissions replaced parts of which. */
@Singleton
public final class Chain {
  /** Over the index submission_covered: those whose months can overlap, of the same currency. */
  private static final String CANDIDATES =
      """
      select o.id, o.vintage, o.coverage, s.vintage as mine
      from submission s, submission o
      where s.id = $1 and o.id <> s.id and o.currency = s.currency and o.coverage is not null
        and o.last_period >= s.first_period and o.first_period <= s.last_period
        and o.state not in ('rejected', 'withdrawn')
      """;

  private static final String INSERT =
      """
      insert into replacement (newer, older, periods, products) values ($1, $2, $3, $4)
      on conflict (newer, older) do update set periods = excluded.periods, products = excluded.products
      """;

  /** Over the primary key, and over the index replacement_older. */
  private static final String LINKS =
      """
      select r.newer, r.older, r.periods, r.products, r.older as other, s.vintage, s.state
      from replacement r join submission s on s.id = r.older where r.newer = any($1)
      union all
      select r.newer, r.older, r.periods, r.products, r.newer as other, s.vintage, s.state
      from replacement r join submission s on s.id = r.newer where r.older = any($1)
      order by vintage
      """;

  private final Pool pool;

  Chain(Pool pool) {
    this.pool = pool;
  }

  /**
   * Links the submission with all that overlap it, older or newer, in the transaction that stores
   * its coverage. Two at the same time wait for each other, so that neither misses the other.
   */
  public void link(Statements sql, UUID submission, List<CoverageBox> coverage) {
    sql.execute("select 1 from pg_advisory_xact_lock(hashtextextended('chain', 0))");
    for (Row other : sql.execute(CANDIDATES, submission)) {
      Overlap.of(CoverageText.read(other.getString("coverage")), coverage)
          .ifPresent(
              overlap -> {
                boolean newer = other.getLong("vintage") < other.getLong("mine");
                UUID id = other.getUUID("id");
                sql.update(
                    INSERT,
                    newer ? submission : id,
                    newer ? id : submission,
                    overlap.periods().toArray(String[]::new),
                    overlap.products());
              });
    }
  }

  /** The links of these submissions. */
  public Uni<Map<UUID, Links>> of(Collection<UUID> submissions) {
    return pool.preparedQuery(LINKS)
        .execute(Tuple.of(submissions.toArray(UUID[]::new)))
        .map(
            found -> {
              List<Row> rows = new ArrayList<>();
              found.forEach(rows::add);
              return submissions.stream()
                  .collect(Collectors.toMap(id -> id, id -> Links.of(id, rows), (a, b) -> a));
            });
  }
}
