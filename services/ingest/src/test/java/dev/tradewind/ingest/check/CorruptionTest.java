package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * One damaged byte ends in a problem, or in the same data, or in what the damaged line now says.
 *
 * <p>A text has no checksum, so a digit may become another digit. The law is therefore: no
 * exception; and if the file is accepted, at most the cell of one line is lost and at most one cell
 * is new or changed. What is packed has checksums: there the data are the same, to the last digit.
 */
class CorruptionTest {
  private static final List<SampleRow> ROWS =
      IntStream.range(0, 6)
          .mapToObj(
              i ->
                  new SampleRow(
                      YearMonth.of(2025, 1 + i % 3),
                      List.of("CN-GD", "CN-ZJ").get(i % 2),
                      List.of("USA", "JPN", "VNM").get(i / 2),
                      "39221000",
                      123_456_789_00L + i * 7L,
                      4321 + i,
                      "千克"))
          .toList();

  /** What can happen to a byte. */
  enum Damage {
    FLIP,
    DELETE,
    INSERT,
    TRUNCATE;

    byte[] to(byte[] file, int place, int change) {
      int at = place % file.length;
      ByteArrayOutputStream damaged = new ByteArrayOutputStream();
      damaged.write(file, 0, at);
      switch (this) {
        case FLIP -> damaged.write(file[at] ^ change);
        case INSERT -> {
          damaged.write(change);
          damaged.write(file[at]);
        }
        case DELETE -> {}
        case TRUNCATE -> {
          return damaged.toByteArray();
        }
      }
      damaged.write(file, at + 1, file.length - at - 1);
      return damaged.toByteArray();
    }
  }

  @Property(tries = 4000)
  void aDamagedTextIsAProblemOrTheSameDataButForTheDamagedLine(
      @ForAll SampleFormat format,
      @ForAll SampleEncoding encoding,
      @ForAll Damage damage,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change,
      @ForAll long seed) {
    byte[] file = encoding.bytes(format.text(ROWS, new Random(seed)));
    Map<String, Long> whole = SampleRow.cells(ROWS, format.national());

    Checked checked = submission().file("a", damage.to(file, place, change)).check();

    if (checked.report().rejection() == null) {
      Set<String> lost = new HashSet<>(whole.keySet());
      lost.removeAll(checked.cells().keySet());
      Map<String, Long> cells = checked.cells();
      long changed =
          cells.entrySet().stream()
              .filter(cell -> !cell.getValue().equals(whole.get(cell.getKey())))
              .count();
      // Where a text is cut between two lines, a warning says that there may have been more.
      boolean warned = damage == Damage.TRUNCATE || checked.codes().contains("no-final-line-end");
      assertThat(lost.size()).as("lost %s", lost).isLessThanOrEqualTo(warned ? whole.size() : 1);
      assertThat(changed).as("changed").isLessThanOrEqualTo(1);
    } else {
      assertThat(checked.report().problems()).isNotEmpty();
    }
  }

  @Property(tries = 1500)
  void aDamagedArchiveOrWorkbookIsAProblemOrTheSameData(
      @ForAll Packed packed,
      @ForAll Damage damage,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] damaged = damage.to(packed.file(), place, change);

    Checked checked = submission().file("a", damaged).check();

    if (checked.report().rejection() == null) {
      assertThat(checked.cells()).containsExactlyInAnyOrderEntriesOf(SampleRow.cells(ROWS, false));
    } else {
      assertThat(checked.report().problems()).isNotEmpty();
    }
  }

  @Property(tries = 1500)
  void damageInsideAWorkbookNeverEndsInAnException(
      @ForAll Damage damage,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change,
      @ForAll @IntRange(max = 20) int part) {
    Map<String, byte[]> parts =
        new SampleWorkbook()
            .table(SampleFormat.chinese(new Random(1)), ROWS, new Random(1))
            .parts();
    String name = List.copyOf(parts.keySet()).get(part % parts.size());
    parts.computeIfPresent(name, (n, content) -> damage.to(content, place, change));

    Checked checked = submission().file("a", SamplePacking.zip(parts)).check();

    assertThat(checked.report().rejection() == null || !checked.codes().isEmpty()).isTrue();
  }

  /** Everything that has checksums. */
  enum Packed {
    GZIP,
    ZIP,
    GZIP_IN_ZIP,
    WORKBOOK;

    byte[] file() {
      byte[] text =
          SampleEncoding.GB18030.bytes(SampleFormat.GACC_CHINESE.text(ROWS, new Random(1)));
      return switch (this) {
        case GZIP -> SamplePacking.GZIP.pack(text);
        case ZIP -> SamplePacking.ZIP.pack(text);
        case GZIP_IN_ZIP -> SamplePacking.GZIP_IN_ZIP.pack(text);
        case WORKBOOK ->
            new SampleWorkbook()
                .table(SampleFormat.chinese(new Random(1)), ROWS, new Random(1))
                .bytes();
      };
    }
  }

  @Property(tries = 300)
  void bytesThatAreNoFileAtAllAreAProblem(@ForAll byte[] bytes, @ForAll Start start) {
    byte[] file = Arrays.copyOf(start.bytes(), start.bytes().length + bytes.length);
    System.arraycopy(bytes, 0, file, start.bytes().length, bytes.length);

    Checked checked = submission().file("a", file).check();

    assertThat(checked.report().rejection()).isNotNull();
  }

  /** Starts that lead into every reader. */
  enum Start {
    NOTHING(""),
    GZIP("\u001f\u008b\u0008\u0000"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    JSON("{\"data\":["),
    LINES("{\"hs\":\"39221000\",\"partner\":\"USA\",\"region\":\"CN-GD\",\"value\":1,"),
    TIDY("period,region,partner,hs,value,currency\n"),
    MARK("\u00ff\u00fe");

    private final String latin;

    Start(String latin) {
      this.latin = latin;
    }

    byte[] bytes() {
      return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
