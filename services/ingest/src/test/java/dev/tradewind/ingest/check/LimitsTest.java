package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ingest.format.ReadLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every bound of reading: at the bound all is well, one over is a problem. */
class LimitsTest {
  private static final String HEADER = "period,region,partner,hs,value,currency";
  private static final String ROW = "2025-07,CN-GD,USA,39221000,5,USD";
  private static final ReadLimits WIDE = new ReadLimits(100, 1L << 36, 512, 1 << 20);

  private static ReadLimits columns(int count) {
    return new ReadLimits(100, 1L << 36, count, 1 << 20);
  }

  private static ReadLimits unpacked(long bytes) {
    return new ReadLimits(100, bytes, 512, 1 << 20);
  }

  @Test
  void rows() {
    assertThat(submission().maxRows(2).file("a", HEADER, ROW, ROW).check().codes())
        .doesNotContain("too-many-rows");
    Checked over = submission().maxRows(2).file("a", HEADER, ROW, ROW, ROW).check();
    assertThat(over.codes()).contains("too-many-rows");
    assertThat(over.accepted()).isFalse();
  }

  @Test
  void columnsOfText() {
    String header = HEADER + ",a,b";
    String row = ROW + ",1,2";

    assertThat(submission().reading(columns(8)).file("a", header, row).check().accepted()).isTrue();
    Checked over = submission().reading(columns(7)).file("a", header, row).check();
    assertThat(over.codes()).containsExactly("too-many-columns");
    assertThat(over.accepted()).isFalse();
  }

  @Test
  void aLineOfNothingButSeparatorsIsNotKept() {
    Checked over =
        submission().file("a", HEADER + ",x".repeat(100_000), ROW + ",1".repeat(100_000)).check();

    assertThat(over.codes()).contains("too-many-columns");
  }

  @Test
  void columnsOfWorkbooks() {
    byte[] sheet =
        new SampleWorkbook()
            .sheet(
                "Data",
                java.util.List.of(
                    java.util.Arrays.stream(HEADER.split(",")).map(SampleWorkbook::inline).toList(),
                    java.util.Arrays.stream(ROW.split(",")).map(SampleWorkbook::inline).toList()))
            .bytes();

    assertThat(submission().reading(columns(6)).file("a", sheet).check().accepted()).isTrue();
    assertThat(submission().reading(columns(5)).file("a", sheet).check().codes())
        .containsExactly("too-many-columns");
  }

  @Test
  void lengthOfAField() {
    int length = 20_000;
    ReadLimits limits = new ReadLimits(100, 1L << 36, 512, length);

    assertThat(
            submission()
                .reading(limits)
                .file("a", HEADER + ",note", ROW + "," + "x".repeat(length / 2))
                .check()
                .accepted())
        .isTrue();
    assertThat(
            submission()
                .reading(limits)
                .file("a", HEADER + ",note", ROW + "," + "x".repeat(4 * length))
                .check()
                .codes())
        .contains("malformed-csv");
  }

  @Test
  void unpackedBytesOfEveryPacking() {
    byte[] plain = (HEADER + "\n" + ROW + "\n").getBytes(StandardCharsets.UTF_8);

    for (SamplePacking packing : new SamplePacking[] {SamplePacking.GZIP, SamplePacking.ZIP}) {
      byte[] file = packing.pack(plain);
      assertThat(submission().reading(unpacked(plain.length)).file("a", file).check().accepted())
          .isTrue();
      assertThat(submission().reading(unpacked(plain.length - 1)).file("a", file).check().codes())
          .as(packing.name())
          .contains("zip-bomb");
    }
  }

  @Test
  void ratioOfPacking() {
    // Above the size from which it matters.
    byte[] file =
        SamplePacking.GZIP.pack(
            (HEADER + "\n" + (ROW + "\n").repeat(1_100_000)).getBytes(StandardCharsets.UTF_8));

    assertThat(
            submission()
                .maxRows(2_000_000)
                .reading(new ReadLimits(1000, 1L << 36, 512, 1 << 20))
                .file("a", file)
                .check()
                .accepted())
        .isTrue();
    assertThat(submission().maxRows(2_000_000).reading(WIDE).file("a", file).check().codes())
        .contains("zip-bomb");
  }

  @Test
  void problemsThatAreKept() {
    String bad = ROW.replace("USA", "nowhere");

    Checked over = submission().keptProblems(2).file("a", HEADER, bad, bad, bad).check();

    assertThat(over.report().problems()).hasSize(2);
    assertThat(over.report().errors()).as("three rows, and the bound itself").isEqualTo(4);
    CheckReport at = submission().keptProblems(3).file("a", HEADER, bad, bad, bad).check().report();
    assertThat(at.problems()).hasSize(3);
    assertThat(at.errors()).isEqualTo(3);
  }
}
