package dev.tradewind.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.DeclaredCoverage;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.submission.State;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker whose submission was taken over can change nothing. */
@QuarkusTest
class AttemptsTest {
  private static final CheckReport REPORT =
      new CheckReport(null, "USD", List.of(), 1, List.of(), 0, 0);

  private final Attempts attempts;
  private final Database database;
  private Lease mine = lease(UUID.randomUUID(), 1);

  AttemptsTest(Attempts attempts, Database database) {
    this.attempts = attempts;
    this.database = database;
  }

  private static Lease lease(UUID submission, int attempt) {
    return new Lease(
        submission, attempt, 1, State.PUBLISHING, 0, null, null, false, DeclaredCoverage.NONE);
  }

  @BeforeEach
  void someoneElseTookOver() {
    mine = lease(UUID.randomUUID(), 1);
    database.update(
        "insert into submission (id, state, attempt, due_at, flow, mode, declared_coverage)"
            + " values ($1, 'publishing', 2, clock_timestamp() + interval '1 hour', 'export', 'strict', '')",
        mine.submission());
  }

  @Test
  void everyChangeOfStateFails() {
    Publication publication = new Publication("topic", new TreeMap<>());

    assertThatThrownBy(() -> attempts.checking(mine)).isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> attempts.checked(mine, REPORT, 1, 1))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> attempts.rejected(mine, REPORT))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> attempts.acknowledged(mine, 1, publication))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> attempts.published(mine, publication))
        .isInstanceOf(LostLeaseException.class);
    assertThatThrownBy(() -> attempts.announced(mine)).isInstanceOf(LostLeaseException.class);
    assertThat(state()).isEqualTo("publishing 2");
  }

  @Test
  void neitherFailuresNorRenewalsCount() {
    attempts.failed(mine, "too late", Duration.ZERO);
    attempts.stuck(mine, "too late");
    attempts.handOver(mine);

    assertThat(attempts.renew(mine, 1, 1, 1, 1)).isFalse();
    assertThat(state()).isEqualTo("publishing 2");
    assertThat(
            database.execute(
                "select 1 from submission where id = $1 and reason is null and failures = 0 and due_at > now()",
                mine.submission()))
        .hasSize(1);
  }

  @Test
  void theHolderMayGoOn() {
    Lease holder = lease(mine.submission(), 2);

    attempts.checking(holder);
    attempts.checked(holder, REPORT, 1, 1);

    assertThat(attempts.renew(holder, 5, 100, 4, 3)).isTrue();
    attempts.published(holder, new Publication("topic", new TreeMap<>()));
    attempts.announced(holder);
    assertThat(state()).isEqualTo("published 2");
  }

  private String state() {
    var row =
        database
            .execute("select state, attempt from submission where id = $1", mine.submission())
            .get(0);
    return row.getString("state") + " " + row.getInteger("attempt");
  }
}
