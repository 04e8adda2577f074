package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ingest.problem.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that once failed, or that somebody might send: whatever finds another one adds it to {@code
 * corpus/accepted}, or to {@code corpus/rejected} under the codes of its problems.
 */
class CorpusTest {
  static List<Path> accepted() throws IOException, URISyntaxException {
    return files("accepted");
  }

  static List<Path> rejected() throws IOException, URISyntaxException {
    return files("rejected");
  }

  private static List<Path> files(String folder) throws IOException, URISyntaxException {
    Path path =
        Path.of(Objects.requireNonNull(CorpusTest.class.getResource("/corpus/" + folder)).toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void readsEveryGoodFileOfTheCorpus(Path file) throws IOException {
    Checked checked = submission().file("a", Files.readAllBytes(file)).check();

    assertThat(checked.report().rejection()).isNull();
    assertThat(checked.cells()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void refusesEveryBadFileOfTheCorpusForItsReason(Path file) throws IOException {
    String[] codes = file.getFileName().toString().replaceFirst("--.*", "").split("\\+");

    Checked checked = submission().file("a", Files.readAllBytes(file)).check();

    assertThat(checked.report().rejection()).isNotNull();
    assertThat(checked.report().problems())
        .filteredOn(problem -> problem.code().severity() == Severity.ERROR)
        .extracting(problem -> problem.code().id())
        .containsOnly(codes);
    assertThat(checked.report().problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.code().advice()).isNotBlank();
            });
  }
}
