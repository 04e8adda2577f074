package dev.tradewind.benchmarks.metrics;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fills the tables of metrics by COPY, as merges of one submission a month would leave them.
 * Products and partners are skewed, as in trade. The history of the last months is there too, so
 * that reads as of an earlier time have something to derive.
 */
final class FactLoad {
  static final YearMonth FIRST = YearMonth.of(2020, 1);
  static final YearMonth LAST = YearMonth.of(2025, 8);
  private static final int PRODUCTS = 6_000;
  private static final int MONTHS_WITH_HISTORY = 2;

  /** The sums of a month, as a merge makes them. */
  private static final String SUMS =
      """
      INSERT INTO slice (currency, period, sector, partner, sums)
      SELECT currency, period, sector, partner, %3$s
      FROM (SELECT f.currency, f.period, m.sector, coalesce(f.partner, 'WLD') AS partner, f.region,
                   sum(f.value)::bigint AS value
            FROM fact f JOIN product_sector m ON m.product = f.product AND m.year = %2$d
            WHERE f.period = %1$d
            GROUP BY GROUPING SETS ((f.currency, f.period, m.sector, f.region, f.partner),
                                    (f.currency, f.period, m.sector, f.region))) AS sums
      GROUP BY currency, period, sector, partner
      ORDER BY sector, partner
      """;

  private final Connection connection;
  private final List<String> regions = Region.all().stream().map(Region::code).toList();
  private final List<String> partners =
      Partner.all().stream().map(Partner::code).filter(code -> code.length() == 3).toList();
  private final List<String> products;

  FactLoad(Connection connection) {
    this.connection = connection;
    this.products = products();
  }

  /** HS8 codes in all chapters, more of them in the large ones. */
  private static List<String> products() {
    Random random = new Random(1);
    TreeSet<String> codes = new TreeSet<>();
    while (codes.size() < PRODUCTS) {
      int chapter = random.nextInt(3) == 0 ? 84 + random.nextInt(2) : 1 + random.nextInt(97);
      if (chapter != 77) {
        codes.add(
            "%02d%02d%04d".formatted(chapter, 1 + random.nextInt(30), random.nextInt(10_000)));
      }
    }
    return List.copyOf(codes);
  }

  /** Loads so many facts, and tells how many they are. */
  long load(long facts) throws SQLException, IOException {
    long months = FIRST.until(LAST, java.time.temporal.ChronoUnit.MONTHS) + 1;
    int aSlice = (int) (facts / months / regions.size());
    int number = 0;
    long loaded = 0;
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      number++;
      submission(number, month);
      boolean history = !month.isBefore(LAST.minusMonths(MONTHS_WITH_HISTORY - 1L));
      loaded += month(number, month, aSlice, history);
    }
    for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
      sectors(year);
    }
    execute("ANALYZE");
    execute("SET work_mem = '256MB'");
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      execute(
          SUMS.formatted(month.getYear() * 100 + month.getMonthValue(), month.getYear(), packed()));
    }
    execute("ANALYZE");
    return loaded;
  }

  private long month(int number, YearMonth month, int aSlice, boolean history)
      throws SQLException, IOException {
    int period = month.getYear() * 100 + month.getMonthValue();
    List<StringBuilder> slices = new ArrayList<>();
    long loaded = 0;
    for (int region = 0; region < regions.size(); region++) {
      StringBuilder lines = new StringBuilder();
      for (String cell : cells(aSlice, new Random(period * 100L + region))) {
        lines
            .append(period)
            .append('\t')
            .append(regions.get(region))
            .append('\t')
            .append(cell)
            .append('\n');
        loaded++;
      }
      slices.add(lines);
    }
    copy("fact (period, region, product, partner, value, currency)", slices, "USD\n");
    if (history) {
      copy(
          "observation (period, region, product, partner, value, submission_no, attempt)",
          slices,
          number + "\t1\n");
    }
    return loaded;
  }

  /** {@code product partner value}, in order, each pair once. */
  private Set<String> cells(int count, Random random) {
    TreeSet<String> cells = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      String product = products.get((int) (products.size() * random.nextDouble()));
      double skew = random.nextDouble();
      String partner = partners.get((int) (partners.size() * skew * skew * skew));
      cells.add(product + '\t' + (random.nextInt(6) == 0 ? "USA" : partner) + '\t');
    }
    TreeSet<String> lines = new TreeSet<>();
    cells.forEach(cell -> lines.add(cell + (1 + random.nextInt(100_000_000)) + '\t'));
    return lines;
  }

  /** The server reads the file itself: it is a process of this user on this machine. */
  private void copy(String target, List<StringBuilder> slices, String end)
      throws SQLException, IOException {
    Path file = Files.createTempFile("tradewind-facts", ".tsv");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        for (StringBuilder slice : slices) {
          writer.write(slice.toString().replace("\n", end));
        }
      }
      execute("COPY " + target + " FROM '" + file + "'");
    } finally {
      Files.delete(file);
    }
  }

  private void submission(int number, YearMonth month) throws SQLException {
    int period = month.getYear() * 100 + month.getMonthValue();
    execute(
        """
        INSERT INTO submission (id, vintage, currency, state, attempt, accepted_at, applied_at)
        VALUES (gen_random_uuid(), %d, 'USD', 'applied', 1,
                timestamptz '2025-09-01' + %d * interval '1 minute', now())
        """
            .formatted(number, number));
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO box (submission_no, file, products, months, listed_only, partners, regions,
                             all_partners, all_regions)
            SELECT no, 'load.csv', ?, ARRAY[?::int], '{}', ?, ?, true, true
            FROM submission WHERE vintage = ?
            """)) {
      statement.setArray(1, connection.createArrayOf("text", products.toArray()));
      statement.setInt(2, period);
      statement.setArray(3, connection.createArrayOf("text", partners.toArray()));
      statement.setArray(4, connection.createArrayOf("text", regions.toArray()));
      statement.setLong(5, number);
      statement.executeUpdate();
    }
    execute(
        """
        INSERT INTO claim (currency, period, product, vintage, box_id)
        SELECT 'USD', %1$d, p, %2$d, b.id
        FROM submission s JOIN box b ON b.submission_no = s.no, unnest(b.products) AS p
        WHERE s.vintage = %2$d
        """
            .formatted(period, number));
    for (String of : List.of("region", "partner")) {
      execute(
          """
          INSERT INTO claim_%1$s (box_id, %1$s)
          SELECT b.id, c FROM submission s JOIN box b ON b.submission_no = s.no,
                 unnest(b.%1$ss) AS c WHERE s.vintage = %2$d
          """
              .formatted(of, number));
    }
  }

  /** The sums of all regions, each at its place. */
  private String packed() {
    return regions.stream()
        .map(region -> "max(value) FILTER (WHERE region = '" + region + "')")
        .collect(Collectors.joining(", ", "ARRAY[", "]"));
  }

  private void sectors(int year) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO product_sector (product, year, sector) VALUES (?, ?, ?)")) {
      for (String product : products) {
        List<String> sectors = new ArrayList<>(List.of("all", "hs:" + product.substring(0, 2)));
        Sector.all().stream()
            .filter(sector -> sector.contains(product, year))
            .forEach(sector -> sectors.add(sector.id()));
        for (String sector : sectors) {
          statement.setString(1, product);
          statement.setInt(2, year);
          statement.setString(3, sector);
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> products8() {
    return products;
  }
}
