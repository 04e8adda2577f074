package dev.tradewind.ingest.check;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.sort.CellKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices HS codes in years in whose edition of the Harmonized System they do not exist.
 *
 * <p>What is known is the list {@code hs_changes.csv}: headings and subheadings that the editions
 * of 2007, 2012, 2017 and 2022 brought or took away, as far as that is certain. It is not the whole
 * nomenclature; a code that is not in the list is never doubted.
 */
final class HsEditions {
  /** In use in these years; 0 and 9999 stand for no bound. */
  private record Years(int first, int last) {
    boolean contain(int year) {
      return year >= first && year <= last;
    }
  }

  private static final Map<String, List<Years>> CHANGES = read();

  private final RowReporter reporter;

  /** Per packed product: the years, or none if it is never doubted. */
  private final Map<Integer, List<Years>> known = new HashMap<>();

  private final Set<Long> reported = new HashSet<>();
  private int lastProduct = -1;
  private @Nullable List<Years> lastYears;

  HsEditions(RowReporter reporter) {
    this.reporter = reporter;
  }

  void check(RawRow row, int product, int month) {
    if (product != lastProduct) {
      lastProduct = product;
      lastYears = known.computeIfAbsent(product, p -> years(CellKey.code(p)));
    }
    List<Years> years = lastYears;
    if (years == null || years.isEmpty()) {
      return;
    }
    int year = Months.month(month).getYear();
    if (years.stream().noneMatch(in -> in.contain(year))
        && reported.add(((long) product << 16) | year)) {
      String code = CellKey.code(product);
      reporter.report(
          ProblemCode.HS_EDITION,
          row,
          Dimension.PRODUCT,
          code,
          "code %s is not in the edition of the Harmonized System in force in %d"
              .formatted(code, year));
    }
  }

  private static List<Years> years(String code) {
    for (int length = code.length(); length >= 4; length -= 2) {
      List<Years> years = CHANGES.get(code.substring(0, length));
      if (years != null) {
        return years;
      }
    }
    return List.of();
  }

  private static Map<String, List<Years>> read() {
    Map<String, List<Years>> changes = new HashMap<>();
    try (InputStream in = HsEditions.class.getResourceAsStream("/hs_changes.csv")) {
      if (in == null) {
        throw new IllegalStateException("hs_changes.csv is missing");
      }
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .commentStrategy(CommentStrategy.SKIP)
              .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : csv) {
          Years years =
              new Years(year(row.getField("first_year"), 0), year(row.getField("last_year"), 9999));
          changes.merge(
              row.getField("prefix"),
              List.of(years),
              (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changes;
  }

  private static int year(String text, int unbounded) {
    return text.isEmpty() ? unbounded : Integer.parseInt(text);
  }
}
