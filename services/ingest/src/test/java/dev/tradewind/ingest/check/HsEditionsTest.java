package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tradewind.testing.CustomsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HsEditionsTest {
  private static List<NamedCsvRecord> table() throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(Path.of("src/main/resources/hs_changes.csv"))) {
      return csv.stream().toList();
    }
  }

  @Test
  void codesComeAndGoWithAnEdition() throws IOException {
    assertThat(table())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.getField("prefix")).matches("\\d{4}|\\d{6}");
              assertThat(row.getField("first_year")).isIn("", "2007", "2012", "2017", "2022");
              assertThat(row.getField("last_year")).isIn("", "2006", "2011", "2016", "2021");
              assertThat(row.getField("first_year") + row.getField("last_year")).isNotEmpty();
            });
  }

  @Test
  void noCodeIsListedTwiceForOneYear() throws IOException {
    Map<String, Integer> listed = new HashMap<>();
    for (NamedCsvRecord row : table()) {
      int first =
          row.getField("first_year").isEmpty()
              ? 1990
              : Integer.parseInt(row.getField("first_year"));
      int last =
          row.getField("last_year").isEmpty() ? 2030 : Integer.parseInt(row.getField("last_year"));
      for (int year = first; year <= last; year++) {
        listed.merge(row.getField("prefix") + " " + year, 1, Integer::sum);
      }
    }
    assertThat(listed.values()).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource({
    "85414020, 2021, false",
    "85414020, 2022, true",
    "85414300, 2022, false",
    "85414300, 2021, true",
    "95030060, 2006, false",
    "95021000, 2007, true",
    "85241100, 2006, false",
    "85241100, 2010, true",
    "85241100, 2022, false",
    "87038000, 2016, true",
    "87038000, 2025, false",
    "39221000, 2006, false",
    "39221000, 2025, false",
    "8517, 2025, false",
    "85, 2025, false"
  })
  void doubtsACodeOnlyInYearsThatItDoesNotExistIn(String code, int year, boolean doubted) {
    Checked checked =
        submission()
            .file("a.csv", CustomsFile.usd().row(year + "-01", "CN-GD", "USA", code, 5).bytes())
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes().contains("hs-edition")).isEqualTo(doubted);
  }
}
