package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.format.ReadLimits;
import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.problem.Severities;
import dev.tradewind.ingest.sort.Cells;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission checked in memory: its report, its cells as {@code CN-GD 2025-07 USA 39221000}, and
 * of those that have one the quantity with its unit.
 */
record Checked(CheckReport report, Map<String, Long> cells, Map<String, String> quantities) {
  static final class Submission {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private @Nullable YearMonth period;
    private @Nullable String currency;
    private boolean lenient;
    private DeclaredCoverage coverage = DeclaredCoverage.NONE;
    private int keptProblems = 100;
    private long maxRows = 100_000;
    private ReadLimits reading = new ReadLimits(100, 1L << 36, 512, 1 << 20);
    private Severities severities = Severities.DEFAULT;

    Submission file(String name, byte[] bytes) {
      files.put(name, bytes);
      return this;
    }

    Submission file(String name, String... lines) {
      return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Submission period(String month) {
      period = YearMonth.parse(month);
      return this;
    }

    Submission currency(String code) {
      currency = code;
      return this;
    }

    Submission lenient() {
      lenient = true;
      return this;
    }

    Submission coverage(String text) {
      coverage = DeclaredCoverage.parse(text);
      return this;
    }

    Submission severity(String code, String choice) {
      severities = Severities.of(Map.of(code, choice));
      return this;
    }

    Submission keptProblems(int count) {
      keptProblems = count;
      return this;
    }

    Submission reading(ReadLimits limits) {
      reading = limits;
      return this;
    }

    Submission maxRows(long count) {
      maxRows = count;
      return this;
    }

    Checked check() {
      try {
        Path folder = Files.createTempDirectory("check");
        try (SubmissionCheck check =
            new SubmissionCheck(
                new CheckOptions(
                    period,
                    currency,
                    lenient,
                    coverage,
                    new CheckOptions.Limits(maxRows, reading, keptProblems, 1000, folder),
                    severities),
                rows -> {})) {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            check.file(file.getKey(), new ByteArrayInputStream(file.getValue()));
          }
          CheckReport report = check.finish();
          Map<String, String> quantities = new LinkedHashMap<>();
          return new Checked(report, cells(check, quantities), quantities);
        } finally {
          Files.delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Map<String, Long> cells(SubmissionCheck check, Map<String, String> quantities)
        throws IOException {
      Map<String, Long> result = new LinkedHashMap<>();
      try (Cells cells = check.cells()) {
        while (cells.next()) {
          String key =
              CodeBook.region(cells.region())
                  + " "
                  + Months.month(cells.month())
                  + " "
                  + CodeBook.partner(cells.partner())
                  + " "
                  + cells.product();
          result.put(key, cells.value());
          if (cells.unit() != null) {
            quantities.put(key, cells.quantity() + " " + cells.unit());
          }
        }
      }
      return result;
    }
  }

  static Submission submission() {
    return new Submission();
  }

  boolean accepted() {
    return report.rejection() == null;
  }

  List<String> codes() {
    return report.problems().stream().map(problem -> problem.code().id()).toList();
  }

  Problem problem() {
    return report.problems().get(0);
  }

  CoverageBox box() {
    return report.coverage().get(0);
  }
}
