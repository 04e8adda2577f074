package dev.tradewind.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.metrics.period.PeriodKey;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same submissions give the same database, in whatever order, pieces and repetitions. */
@QuarkusTest
class OrderTest extends MetricsTest {
  private static final List<String> REGIONS = List.of("CN-GD", "CN-ZJ", "CN-SC");
  private static final List<String> PARTNERS = List.of("USA", "VNM", "DEU");
  private static final List<String> PRODUCTS = List.of("39221000", "73249000", "8517");
  private static final List<String> MONTHS = List.of("2024-07", "2025-06", "2025-07");
  private static final long[] SEEDS = {11, 42, 2025};
  private static final int SUBMISSIONS = 6;

  /** What one history consists of, made anew for each currency. */
  private static List<TestSubmission> submissions(String currency, long firstVintage) {
    Random random = new Random(7);
    List<TestSubmission> submissions = new ArrayList<>();
    for (int i = 0; i < SUBMISSIONS; i++) {
      Rows rows = new Rows();
      for (String month : some(MONTHS, random)) {
        for (String region : some(REGIONS, random)) {
          for (String partner : some(PARTNERS, random)) {
            for (String product : some(PRODUCTS, random)) {
              rows.add(month, region, partner, product, random.nextInt(5) * 100L);
            }
          }
        }
      }
      submissions.add(TestSubmission.of(currency, rows).vintage(firstVintage + i));
    }
    return submissions;
  }

  private static List<String> some(List<String> all, Random random) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(all.size()));
  }

  /** Rule 10 of the protocol, cell by cell: the newest live vintage whose box holds it. */
  private static List<String> expected(List<TestSubmission> live) {
    Map<String, Long> facts = new TreeMap<>();
    for (TestSubmission oldest : live) {
      for (ExportBlock block : oldest.blocks()) {
        for (ExportBlock.Row row : block.rows()) {
          for (TestSubmission claimant : live) {
            CoverageBox box = claimant.box();
            if (box.months().contains(block.period())
                && box.regions().contains(block.region())
                && box.products().contains(row.product())
                && box.partners().contains(row.partner())) {
              // Ascending vintages: the last one stays.
              facts.put(
                  PeriodKey.of(block.period())
                      + " "
                      + block.region()
                      + " "
                      + row.product()
                      + " "
                      + row.partner(),
                  value(claimant, block, row));
            }
          }
        }
      }
    }
    return facts.entrySet().stream().map(f -> f.getKey() + " " + f.getValue()).sorted().toList();
  }

  private static long value(TestSubmission of, ExportBlock cell, ExportBlock.Row like) {
    return of.blocks().stream()
        .filter(b -> b.period().equals(cell.period()) && b.region().equals(cell.region()))
        .flatMap(b -> b.rows().stream())
        .filter(r -> r.partner().equals(like.partner()) && r.product().equals(like.product()))
        .mapToLong(ExportBlock.Row::value)
        .sum();
  }

  private void settle(List<TestSubmission> submissions, Random random) {
    // Blocks of all submissions mixed and some repeated, then the events in any order, one of them
    // withdrawn
    List<ExportBlock> blocks = new ArrayList<>();
    submissions.forEach(submission -> blocks.addAll(submission.blocks()));
    blocks.addAll(submissions.get(random.nextInt(SUBMISSIONS)).blocks());
    Collections.shuffle(blocks, random);
    Map<Integer, Long> ends = new HashMap<>(topics.send(blocks));
    List<TestSubmission> order = new ArrayList<>(submissions);
    Collections.shuffle(order, random);
    TestSubmission withdrawn = submissions.get(3);
    if (random.nextBoolean()) {
      topics.event(withdrawn.id(), withdrawn.withdrawn());
    }
    for (TestSubmission submission : order) {
      topics.complete(submission, ends);
      if (random.nextBoolean()) {
        topics.complete(submission, ends);
      }
    }
    topics.event(withdrawn.id(), withdrawn.withdrawn());
    submissions.stream()
        .filter(s -> !s.id().equals(withdrawn.id()))
        .forEach(s -> awaitState(s, "applied"));
    awaitState(withdrawn, "withdrawn");
  }

  @Test
  void anyOrderOfTheSameSubmissionsGivesTheSameFactsAndSums() {
    // Given one history told one by one
    List<TestSubmission> plain = submissions(currency, 1_000_000);
    plain.forEach(this::apply);
    topics.event(plain.get(3).id(), plain.get(3).withdrawn());
    awaitState(plain.get(3), "withdrawn");
    List<String> facts = tables.facts(currency);
    List<String> sums = tables.slices(currency);
    List<TestSubmission> live = new ArrayList<>(plain);
    live.remove(3);
    assertThat(facts).hasSizeGreaterThan(20).isEqualTo(expected(live));
    for (long seed : SEEDS) {
      // When the same is told in another order
      String other = "R" + currency.charAt(2) + (char) ('A' + seed % 26);
      settle(submissions(other, 2_000_000 + seed * 100), new Random(seed));
      // Then facts and sums are the same
      assertThat(tables.facts(other)).as("seed %d", seed).isEqualTo(facts);
      assertThat(tables.slices(other)).as("seed %d", seed).isEqualTo(sums);
    }
  }
}
