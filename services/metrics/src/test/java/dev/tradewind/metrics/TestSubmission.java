package dev.tradewind.metrics;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.contracts.message.SubmissionEvent.Published;
import dev.tradewind.contracts.message.SubmissionEvent.Withdrawn;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A submission as ingest would publish it. */
record TestSubmission(
    UUID id,
    int attempt,
    long vintage,
    String currency,
    @Nullable String label,
    Rows rows,
    CoverageBox box) {

  private static final AtomicLong VINTAGES = new AtomicLong(1);

  /** All partners and regions, the products and months that the rows name. */
  static TestSubmission of(String currency, Rows rows) {
    return new TestSubmission(
        UUID.randomUUID(),
        1,
        VINTAGES.getAndIncrement(),
        currency,
        null,
        rows,
        new CoverageBox(
            "test.csv",
            rows.products(),
            rows.months(),
            List.of(),
            rows.partners(),
            rows.regions(),
            true,
            true));
  }

  TestSubmission vintage(long number) {
    return new TestSubmission(id, attempt, number, currency, label, rows, box);
  }

  TestSubmission attempt(int number) {
    return new TestSubmission(id, number, vintage, currency, label, rows, box);
  }

  TestSubmission labelled(String text) {
    return new TestSubmission(id, attempt, vintage, currency, text, rows, box);
  }

  TestSubmission with(UnaryOperator<CoverageBox> change) {
    return new TestSubmission(id, attempt, vintage, currency, label, rows, change.apply(box));
  }

  /** The box also covers these, without rows: they are zero. */
  TestSubmission covering(
      List<String> products, List<String> months, List<String> partners, List<String> regions) {
    return with(
        b ->
            new CoverageBox(
                b.file(),
                products,
                months.stream().map(YearMonth::parse).toList(),
                b.listedOnly(),
                partners,
                regions,
                b.allPartners(),
                b.allRegions()));
  }

  List<ExportBlock> blocks() {
    return rows.blocks(this);
  }

  Published published(String topicId, Map<Integer, Long> ends) {
    return published(topicId, ends, rows.count());
  }

  Published published(String topicId, Map<Integer, Long> ends, long keys) {
    return new Published(
        SubmissionEvent.SCHEMA_VERSION,
        id,
        attempt,
        vintage,
        Instant.parse("2026-01-01T00:00:00Z"),
        "X",
        currency,
        label,
        blocks().size(),
        rows.count(),
        keys,
        topicId,
        ends,
        List.of(box),
        false);
  }

  Withdrawn withdrawn() {
    return new Withdrawn(
        SubmissionEvent.SCHEMA_VERSION,
        id,
        vintage,
        Instant.parse("2026-01-02T00:00:00Z"),
        "X",
        currency);
  }
}
