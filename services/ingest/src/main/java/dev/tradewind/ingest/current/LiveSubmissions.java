package dev.tradewind.ingest.current;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.ingest.block.StoredBlock;
import dev.tradewind.ingest.block.StoredBlocks;
import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.Months;
import dev.tradewind.ingest.sort.CellKey;
import dev.tradewind.ingest.store.CoverageText;
import dev.tradewind.ingest.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The accepted submissions of a currency and a range of months, as they stand together. */
final class LiveSubmissions {
  private static final int BLOCKS_A_READ = 64;

  /** Over the index submission_covered. */
  private static final String LIVE =
      """
      select id, vintage, coverage from submission
      where currency = $1 and coverage is not null and last_period >= $2 and first_period <= $3
        and vintage < $4 and checked_attempt is not null and state in ('publishing', 'published', 'applied')
      order by vintage desc
      """;

  private final StoredBlocks blocks;
  private final List<Claim> newestFirst;

  private LiveSubmissions(StoredBlocks blocks, List<Claim> newestFirst) {
    this.blocks = blocks;
    this.newestFirst = newestFirst;
  }

  /** Those older than a vintage that can say something of these months. */
  static LiveSubmissions load(
      Database database, StoredBlocks blocks, String currency, int first, int last, long vintage) {
    Map<Products, Products> known = new HashMap<>();
    List<Claim> claims = new ArrayList<>();
    for (Row row :
        database.execute(
            LIVE,
            currency,
            Months.month(Math.max(first, 0)).toString(),
            Months.month(last).toString(),
            vintage)) {
      claims.add(
          Claim.of(
              row.getUUID("id"),
              row.getLong("vintage"),
              CoverageText.read(row.getString("coverage")),
              known));
    }
    return new LiveSubmissions(blocks, claims);
  }

  boolean isEmpty() {
    return newestFirst.isEmpty();
  }

  /** The cells of a region and month: of each, what the newest that speaks for it says. */
  CellValues current(int region, int month) {
    CellValues values = new CellValues();
    List<Claim> here = newestFirst.stream().filter(claim -> claim.touches(region, month)).toList();
    if (here.isEmpty()) {
      return values;
    }
    UUID[] ids = here.stream().map(Claim::submission).toArray(UUID[]::new);
    String regionCode = CodeBook.region(region);
    String period = Months.month(month).toString();
    long vintage = Long.MAX_VALUE;
    int number = 0;
    List<StoredBlock> part;
    do {
      part = blocks.slice(regionCode, period, ids, vintage, number, BLOCKS_A_READ);
      for (StoredBlock stored : part) {
        ExportBlock block = stored.block();
        vintage = block.vintage();
        number = block.block();
        add(block, region, month, newer(here, vintage), values);
      }
    } while (part.size() == BLOCKS_A_READ);
    return values;
  }

  private static List<Claim> newer(List<Claim> claims, long vintage) {
    return claims.stream().filter(claim -> claim.vintage() > vintage).toList();
  }

  private static void add(
      ExportBlock block, int region, int month, List<Claim> newer, CellValues values) {
    for (ExportBlock.Row row : block.rows()) {
      int partner = CodeBook.partnerPlace(row.partner());
      if (partner < 0) {
        continue;
      }
      int product = CellKey.product(row.product());
      long key = CellValues.key(product, partner);
      if (!values.contains(key)
          && newer.stream().noneMatch(claim -> claim.covers(region, month, product, partner))) {
        values.putIfAbsent(key, row.value());
      }
    }
  }
}
