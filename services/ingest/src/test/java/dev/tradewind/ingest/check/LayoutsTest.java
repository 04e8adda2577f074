package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any table, written in any layout, encoding and packing, reads back equal. */
class LayoutsTest {
  @Provide
  static Arbitrary<List<SampleRow>> tables() {
    return rows().list().ofMinSize(1).ofMaxSize(12);
  }

  static Arbitrary<SampleRow> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60).map(m -> YearMonth.of(2020, 1).plusMonths(m)),
            Arbitraries.of("CN-GD", "CN-ZJ", "CN-SN", "CN-SX", "CN-XZ"),
            Arbitraries.of("USA", "JPN", "VNM", "DEU", "HKG", "GEO"),
            Arbitraries.of("39221000", "01012100", "73249000", "98040000"),
            Arbitraries.longs().between(0, 100_000_000_000_00L),
            Arbitraries.longs().between(0, 10_000_000_000L),
            Arbitraries.of("千克", "台", ""))
        .as(SampleRow::new);
  }

  @Property(tries = 700)
  void anyTableReadsBackEqualInEveryTextLayoutEncodingAndPacking(
      @ForAll("tables") List<SampleRow> rows,
      @ForAll SampleFormat format,
      @ForAll SampleEncoding encoding,
      @ForAll SamplePacking packing,
      @ForAll long seed) {
    byte[] file = packing.pack(encoding.bytes(format.text(rows, new Random(seed))));

    Checked checked = submission().file("a", file).check();

    assertReadBack(checked, rows, format.national());
    assertThat(checked.report().files().get(0).format()).isEqualTo(format.id());
    if (format.hasQuantities()) {
      assertThat(checked.quantities()).isEqualTo(SampleRow.quantities(rows, format.national()));
    }
  }

  @Property(tries = 200)
  void anyTableReadsBackEqualFromAWorkbook(
      @ForAll("tables") List<SampleRow> rows, @ForAll SampleLayout layout, @ForAll long seed) {
    Random choice = new Random(seed);
    SampleWorkbook workbook =
        new SampleWorkbook()
            .sheet("Notes", List.of(List.of(SampleWorkbook.inline("made by hand"))))
            .table(layout.columns(choice), rows, choice);
    byte[] file =
        choice.nextBoolean() ? workbook.bytes() : SamplePacking.GZIP.pack(workbook.bytes());

    Checked checked = submission().file("a.bin", file).check();

    assertReadBack(checked, rows, false);
    assertThat(checked.report().files().get(0).format()).isEqualTo("xlsx");
    assertThat(checked.quantities()).isEqualTo(SampleRow.quantities(rows, false));
  }

  @Property(tries = 300)
  void anyTableReadsBackEqualWithItsCellsKeptAsTextOrTypedInFullWidthSigns(
      @ForAll("tables") List<SampleRow> rows,
      @ForAll SampleEncoding encoding,
      @ForAll boolean semicolons,
      @ForAll long seed) {
    Random choice = new Random(seed);
    String separator = semicolons ? ";" : ",";
    Map<String, Function<SampleRow, String>> columns = SampleFormat.tidy();
    columns.remove("quantity");
    columns.remove("unit");
    StringBuilder text = new StringBuilder(String.join(separator, columns.keySet())).append('\n');
    for (SampleRow row : rows) {
      text.append(
              columns.values().stream()
                  .map(cell -> disguised(cell.apply(row), choice))
                  .collect(Collectors.joining(separator)))
          .append('\n');
    }

    Checked checked = submission().file("a", encoding.bytes(text.toString())).check();

    assertReadBack(checked, rows, false);
  }

  /** As hands and spreadsheets leave it. */
  private static String disguised(String cell, Random choice) {
    return switch (choice.nextInt(6)) {
      case 0 -> "'" + cell;
      case 1 -> "\"=\"\"" + cell + "\"\"\"";
      case 2 -> "=\"" + cell + "\"";
      case 3 ->
          cell.chars()
              .mapToObj(c -> String.valueOf((char) (c + '\uff01' - '!')))
              .collect(Collectors.joining());
      case 4 -> "\u00a0" + cell + "\u3000";
      default -> cell;
    };
  }

  /** The layouts that workbooks hold. */
  enum SampleLayout {
    CHINESE,
    ENGLISH,
    TIDY;

    Map<String, Function<SampleRow, String>> columns(Random choice) {
      return switch (this) {
        case CHINESE -> SampleFormat.chinese(choice);
        case ENGLISH -> SampleFormat.english(choice);
        case TIDY -> SampleFormat.tidy();
      };
    }
  }

  private static void assertReadBack(Checked checked, List<SampleRow> rows, boolean national) {
    assertThat(checked.report().rejection()).isNull();
    assertThat(checked.report().rows()).isEqualTo(rows.size());
    assertThat(checked.cells()).containsExactlyInAnyOrderEntriesOf(SampleRow.cells(rows, national));
  }
}
