package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real customs files, where they are at hand, read without any option. */
class RealFilesTest {
  private static final Path FILES = Path.of(System.getProperty("tradewind.real-files", "nowhere"));

  @BeforeEach
  void needTheFiles() {
    assumeTrue(
        Files.isDirectory(FILES), "no real files: name their directory in tradewind.real-files");
  }

  @Test
  void readsWholeYearsOfTwoProductsWithTheSumsThatWereComputedOfThem() throws IOException {
    Checked.Submission submission = submission();
    for (Path file : files(".csv.gz")) {
      submission.file(file.getFileName().toString(), Files.readAllBytes(file));
    }

    Checked checked = submission.check();

    assertThat(checked.report().rejection()).isNull();
    assertThat(checked.report().rows()).isGreaterThan(50_000);
    String nation =
        Files.readAllLines(FILES.resolve("EXPECTED-2025-07-ytd.csv")).stream()
            .filter(line -> line.startsWith("CN,"))
            .findFirst()
            .orElseThrow();
    String[] expected = nation.split(",");
    assertThat(toTheUnitedStates(checked, "2024-0[1-7]"))
        .isEqualTo(Long.parseLong(expected[2]) * 100);
    assertThat(toTheUnitedStates(checked, "2025-0[1-7]"))
        .isEqualTo(Long.parseLong(expected[3]) * 100);
  }

  @Test
  void readsAQueryWithTradeModes() throws IOException {
    for (Path file : files("-trade-mode-85177950-202501.csv")) {
      Checked checked = submission().file("a.csv", Files.readAllBytes(file)).check();

      assertThat(checked.report().rejection()).isNull();
      assertThat(checked.quantities()).isNotEmpty();
    }
  }

  private static long toTheUnitedStates(Checked checked, String months) {
    return checked.cells().entrySet().stream()
        .filter(cell -> cell.getKey().matches("CN-.. " + months + " USA .*"))
        .mapToLong(cell -> cell.getValue())
        .sum();
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
