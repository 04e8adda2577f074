package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ingest.problem.Severity;
import dev.tradewind.testing.CustomsColumn;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.CustomsRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that no row breaks by itself. */
class RulesAcrossRowsTest {
  private static CustomsFile ofModes(int rows, String... modes) {
    CustomsFile file = CustomsFile.usd().withModes();
    for (int i = 0; i < rows; i++) {
      file.row(
          CustomsRow.of("2025-07", "CN-GD", "USA", String.valueOf(39_000_000 + i), 5)
              .with(CustomsColumn.MODE, modes[i % modes.length]));
    }
    return file;
  }

  @Test
  void aFileOfOneTradeModeNeverTakesThePlaceOfTotals() {
    Checked checked = submission().file("a.csv", ofModes(40, "10").bytes()).check();

    assertThat(checked.accepted()).isFalse();
    assertThat(checked.codes()).containsExactly("trade-mode-filter");
  }

  @Test
  void severalTradeModesOrTheSendersWordMakeItTotals() {
    assertThat(submission().file("a.csv", ofModes(40, "10", "14").bytes()).check().accepted())
        .isTrue();
    assertThat(
            submission()
                .file("a.csv", ofModes(40, "10").bytes())
                .coverage("modes:all")
                .check()
                .accepted())
        .isTrue();
  }

  @Test
  void declaredTradeModesAreNoTotalsEvenIfTheFileDoesNotTellThem() {
    byte[] file = CustomsFile.usd().row("2025-07", "CN-GD", "USA", "39221000", 5).bytes();

    Checked checked = submission().file("a.csv", file).coverage("modes:10,14").check();

    assertThat(checked.accepted()).isFalse();
    assertThat(checked.problem().message()).contains("10, 14");
  }

  @Test
  void monthsMissingBetweenOthersAreRemarked() {
    byte[] file =
        CustomsFile.usd()
            .row("2025-01", "CN-GD", "USA", "39221000", 5)
            .row("2025-04", "CN-GD", "USA", "39221000", 5)
            .bytes();

    Checked checked = submission().file("a.csv", file).check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsExactly("missing-months");
    assertThat(checked.problem().value()).isEqualTo("2025-02, 2025-03");
  }

  @Test
  void monthsInAnotherFileOfTheSubmissionAreNotMissing() {
    Checked checked =
        submission()
            .file("1", CustomsFile.usd().row("2025-01", "CN-GD", "USA", "39221000", 5).bytes())
            .file("3", CustomsFile.usd().row("2025-03", "CN-GD", "USA", "39221000", 5).bytes())
            .file("2", CustomsFile.usd().row("2025-02", "CN-GD", "USA", "39221000", 5).bytes())
            .check();

    assertThat(checked.codes()).isEmpty();
  }

  @Test
  void rowsOfOneCellAreAddedUpAndRemarked() {
    byte[] file =
        CustomsFile.usd()
            .row("2025-07", "CN-GD", "USA", "39221000", 5)
            .row("2025-07", "CN-GD", "USA", "39221000", 7)
            .row("2025-07", "CN-GD", "USA", "39221000", 9)
            .bytes();

    Checked checked = submission().file("a.csv", file).check();

    assertThat(checked.cells().values()).containsExactly(2100L);
    assertThat(checked.codes()).containsExactly("summed-rows");
    assertThat(checked.problem().message()).startsWith("2 rows");
    assertThat(checked.problem().line()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "85177970,2021-12,true",
    "85177970,2022-01,false",
    "85177030,2021-12,false",
    "85177030,2022-01,true",
    "85171210,2022-06,true",
    "85241100,2010-01,true",
    "85241100,2006-01,false",
    "85241100,2024-01,false",
    "39221000,2006-01,false"
  })
  void codesOfAnotherEditionAreRemarked(String product, String month, boolean remarked) {
    byte[] file = CustomsFile.usd().row(month, "CN-GD", "USA", product, 5).bytes();

    Checked checked = submission().file("a.csv", file).check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes().contains("hs-edition")).isEqualTo(remarked);
  }

  @Test
  void aRemarkRaisedToAnErrorRejectsAlsoInLenientMode() {
    byte[] file = CustomsFile.usd().row("2024-01", "CN-GD", "USA", "85171210", 5).bytes();

    Checked checked =
        submission().file("a.csv", file).severity("hs-edition", "error").lenient().check();

    assertThat(checked.accepted()).isFalse();
    assertThat(checked.problem().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aRemarkThatIsOffIsNotMade() {
    byte[] file = CustomsFile.usd().row("2024-01", "CN-GD", "USA", "85171210", 5).bytes();

    assertThat(submission().file("a.csv", file).severity("hs-edition", "off").check().codes())
        .isEmpty();
  }

  @Test
  void aRowErrorLoweredToAWarningLeavesTheRowOutAndTheMonthUnknown() {
    byte[] file =
        CustomsFile.usd()
            .row("2025-07", "CN-GD", "USA", "39221000", 5)
            .row(
                CustomsRow.of("2025-07", "CN-GD", "VNM", "39221000", 5)
                    .with(CustomsColumn.REGION, "44031"))
            .bytes();

    Checked checked =
        submission().file("a.csv", file).severity("district-region", "warning").check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.cells()).hasSize(1);
    assertThat(checked.box().months()).isEmpty();
    assertThat(checked.box().listedOnly()).hasSize(1);
  }
}
