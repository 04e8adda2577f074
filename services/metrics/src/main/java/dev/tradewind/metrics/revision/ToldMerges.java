package dev.tradewind.metrics.revision;

import dev.tradewind.metrics.answer.AsOf;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which merges had been asked for at an earlier time, by acceptance and never by merging. */
@Singleton
class ToldMerges {
  private static final String BY_MOMENT =
      """
      SELECT o.apply_seq FROM outbox o JOIN submission s ON s.id = o.submission
      WHERE CASE o.cause WHEN 'withdrawn' THEN s.withdrawn_at ELSE s.accepted_at END <= $1
      """;

  private static final String BY_VINTAGE =
      """
      SELECT o.apply_seq
      FROM outbox o JOIN submission s ON s.id = o.submission, submission cut
      WHERE cut.id = $1 AND cut.applied_at IS NOT NULL
        AND CASE o.cause WHEN 'withdrawn' THEN s.withdrawn_at <= cut.accepted_at
                         ELSE s.vintage <= cut.vintage END
      """;

  private final Pool pool;

  ToldMerges(Pool pool) {
    this.pool = pool;
  }

  /** Their numbers. */
  Uni<List<Long>> by(AsOf asOf) {
    Uni<RowSet<Row>> rows =
        asOf instanceof AsOf.Moment moment
            ? pool.preparedQuery(BY_MOMENT)
                .execute(Tuple.of(moment.instant().atOffset(ZoneOffset.UTC)))
            : pool.preparedQuery(BY_VINTAGE).execute(Tuple.of(((AsOf.Vintage) asOf).submission()));
    return rows.map(
        found -> {
          List<Long> numbers = new ArrayList<>();
          found.forEach(row -> numbers.add(row.getLong(0)));
          return numbers;
        });
  }
}
