package dev.tradewind.metrics.staging;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.period.PeriodKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores the rows of one submission's attempt. A repeated block, and a cell that two blocks share,
 * count once.
 */
final class BlockStore {
  private static final int ROWS_A_STATEMENT = 10_000;

  private final Session session;
  private final int submission;
  private final int attempt;

  BlockStore(Session session, int submission, int attempt) {
    this.session = session;
    this.submission = submission;
    this.attempt = attempt;
  }

  void store(List<ExportBlock> offered) {
    Map<Integer, ExportBlock> byNumber = new LinkedHashMap<>();
    offered.forEach(block -> byNumber.putIfAbsent(block.block(), block));
    Set<Integer> fresh = announce(List.copyOf(byNumber.values()));
    List<ExportBlock> chunk = new ArrayList<>();
    int rows = 0;
    for (ExportBlock block : byNumber.values()) {
      if (fresh.contains(block.block())) {
        chunk.add(block);
        rows += block.rows().size();
        if (rows >= ROWS_A_STATEMENT) {
          storeRows(chunk, rows);
          chunk.clear();
          rows = 0;
        }
      }
    }
    if (rows > 0) {
      storeRows(chunk, rows);
    }
  }

  /** Notes the blocks and tells which of them were not known. */
  private Set<Integer> announce(List<ExportBlock> blocks) {
    return new HashSet<>(
        session.list(
            """
            INSERT INTO staged_block (submission_no, attempt, block, period, region, keys)
            SELECT $1, $2, b.* FROM unnest($3::int[], $4::int[], $5::text[], $6::int[])
              AS b (block, period, region, keys)
            ORDER BY b.block ON CONFLICT DO NOTHING
            RETURNING block
            """,
            row -> row.getInteger(0),
            submission,
            attempt,
            blocks.stream().map(ExportBlock::block).toArray(Integer[]::new),
            blocks.stream().map(b -> PeriodKey.of(b.period())).toArray(Integer[]::new),
            blocks.stream().map(ExportBlock::region).toArray(String[]::new),
            blocks.stream().map(b -> b.rows().size()).toArray(Integer[]::new)));
  }

  private void storeRows(List<ExportBlock> blocks, int count) {
    Integer[] periods = new Integer[count];
    String[] regions = new String[count];
    String[] products = new String[count];
    String[] partners = new String[count];
    Long[] values = new Long[count];
    Long[] quantities = new Long[count];
    String[] units = new String[count];
    int i = 0;
    for (ExportBlock block : blocks) {
      Integer period = PeriodKey.of(block.period());
      for (ExportBlock.Row row : block.rows()) {
        periods[i] = period;
        regions[i] = block.region();
        products[i] = row.product();
        partners[i] = row.partner();
        values[i] = row.value();
        quantities[i] = row.quantity();
        units[i] = row.unit();
        i++;
      }
    }
    int stored =
        session.run(
            """
            INSERT INTO observation (period, region, product, partner, submission_no, attempt, value,
                                     quantity, unit)
            SELECT r.period, r.region, r.product, r.partner, $1, $2, r.value, r.quantity, r.unit
            FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
                        $9::text[])
              AS r (period, region, product, partner, value, quantity, unit)
            ORDER BY r.period, r.region COLLATE "C", r.product COLLATE "C", r.partner COLLATE "C"
            ON CONFLICT DO NOTHING
            """,
            submission,
            attempt,
            periods,
            regions,
            products,
            partners,
            values,
            quantities,
            units);
    if (stored < count) {
      // Only the sum over the blocks counts, so any of them may carry what was there already.
      session.run(
          "UPDATE staged_block SET keys = keys - $4"
              + " WHERE submission_no = $1 AND attempt = $2 AND block = $3",
          submission,
          attempt,
          blocks.get(0).block(),
          count - stored);
    }
  }
}
