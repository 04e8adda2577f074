package dev.tradewind.benchmarks.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tradewind.ingest.check.CheckOptions;
import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.DeclaredCoverage;
import dev.tradewind.ingest.check.SubmissionCheck;
import dev.tradewind.ingest.format.ReadLimits;
import dev.tradewind.ingest.sort.Cells;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million rows of the customs site's download in GB18030: rows per second of the bare CSV library
 * and of ours, from bytes in memory to checked rows, and to cells in order.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 4)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class ReadingBenchmark {
  private static final int ROWS = 1_000_000;

  private final byte[] file = CustomsRows.file(ROWS);

  /** The CSV library alone, with the JDK's decoder. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long bare() throws IOException {
    long fields = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .ofCsvRecord(
                new InputStreamReader(
                    new ByteArrayInputStream(file), Charset.forName("GB18030")))) {
      for (CsvRecord row : csv) {
        fields += row.getFieldCount();
      }
    }
    return fields;
  }

  /** Reading, checking, and summing by cell. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public CheckReport checked() throws IOException {
    try (SubmissionCheck check = check()) {
      return accepted(check);
    }
  }

  /** The same, and then all cells in order. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long sorted() throws IOException {
    try (SubmissionCheck check = check()) {
      accepted(check);
      long total = 0;
      try (Cells cells = check.cells()) {
        while (cells.next()) {
          total += cells.value();
        }
      }
      return total;
    }
  }

  private CheckReport accepted(SubmissionCheck check) throws IOException {
    check.file("customs.csv", new ByteArrayInputStream(file));
    CheckReport report = check.finish();
    if (report.rejection() != null || report.rows() != ROWS) {
      throw new IllegalStateException("the file was not accepted: " + report.rejection());
    }
    return report;
  }

  private static SubmissionCheck check() {
    return new SubmissionCheck(
        new CheckOptions(
            null,
            null,
            false,
            DeclaredCoverage.NONE,
            new CheckOptions.Limits(
                2 * ROWS,
                new ReadLimits(100, Long.MAX_VALUE, 512, 1 << 20),
                1000,
                500_000,
                Path.of(System.getProperty("java.io.tmpdir")))),
        rows -> {});
  }
}
