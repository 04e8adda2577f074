package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static dev.tradewind.ingest.check.SampleWorkbook.inline;
import static dev.tradewind.ingest.check.SampleWorkbook.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private static final List<String> HEADER =
      List.of("period", "region", "partner", "hs", "value", "currency").stream()
          .map(SampleWorkbook::inline)
          .toList();

  private static List<String> row(String period, String product, String value) {
    return List.of(period, inline("CN-GD"), inline("USA"), product, value, inline("USD"));
  }

  private static byte[] book(List<List<String>> rows) {
    return new SampleWorkbook().sheet("Data", rows).bytes();
  }

  private static Checked check(byte[] file) {
    return submission().file("a.xlsx", file).check();
  }

  @Test
  void readsMonthsThatASpreadsheetTurnedIntoDays() {
    List<List<String>> rows =
        List.of(HEADER, row(number("45839"), number("39221000"), number("5")));

    assertThat(check(book(rows)).cells()).containsOnlyKeys("CN-GD 2025-07 USA 39221000");
    List<List<String>> mac = List.of(HEADER, row(number("44377"), number("39221000"), number("5")));
    assertThat(check(new SampleWorkbook().since1904().sheet("Data", mac).bytes()).cells())
        .containsOnlyKeys("CN-GD 2025-07 USA 39221000");
  }

  @Test
  void putsBackTheZeroThatANumberLostAndSaysSo() {
    Checked checked =
        check(book(List.of(HEADER, row(number("202507"), number("1012100"), number("5")))));

    assertThat(checked.cells()).containsOnlyKeys("CN-GD 2025-07 USA 01012100");
    assertThat(checked.codes()).containsExactly("leading-zero");
    assertThat(checked.problem().line()).isEqualTo(2);
  }

  @Test
  void doesNotPutAZeroBeforeAText() {
    assertThat(
            check(book(List.of(HEADER, row(number("202507"), inline("1012100"), number("5")))))
                .codes())
        .containsExactly("bad-hs-code");
  }

  @Test
  void readsNumbersAsSpreadsheetsStoreThem() {
    Checked checked =
        check(
            book(
                List.of(
                    HEADER,
                    row(number("202507"), inline("39221000"), number("6.3994478E7")),
                    row(number("202507"), inline("39221000"), number("0.10000000000000001")))));

    assertThat(checked.cells()).containsEntry("CN-GD 2025-07 USA 39221000", 6399447810L);
  }

  @Test
  void namesTheRowOfTheSheet() {
    Checked checked =
        check(
            book(
                List.of(
                    List.of(inline("Exports, by province")),
                    List.of(),
                    HEADER,
                    row(number("202507"), inline("39221000"), inline("n/a")),
                    row(number("202507"), inline("39221000"), "<c t=\"e\"><v>#N/A</v></c>"))));

    assertThat(checked.codes()).containsExactly("not-a-number", "not-a-number");
    assertThat(checked.problem().line()).isEqualTo(4);
    assertThat(checked.problem().column()).isEqualTo("value");
  }

  @Test
  void refusesSeveralSheetsWithATable() {
    List<List<String>> rows = List.of(HEADER, row(number("202507"), inline("85"), number("5")));

    Checked checked = check(new SampleWorkbook().sheet("A", rows).sheet("B", rows).bytes());

    assertThat(checked.codes()).containsExactly("several-sheets");
    assertThat(checked.problem().value()).isEqualTo("B");
  }

  @Test
  void refusesAWorkbookWithoutATable() {
    assertThat(check(book(List.of(List.of(inline("hello"))))).codes())
        .containsExactly("unknown-format");
  }

  @Test
  void refusesARowWithMoreCellsThanTheHeader() {
    List<String> longer = new ArrayList<>(row(number("202507"), inline("85"), number("5")));
    longer.add(number("6"));

    assertThat(check(book(List.of(HEADER, longer))).codes()).containsExactly("row-shape");
  }

  @Test
  void boundsWhatHasNoEnd() {
    Map<String, byte[]> wide = new SampleWorkbook().sheet("Data", List.of(HEADER)).parts();
    String attribute = "<worksheet a=\"" + "x".repeat(1 << 20) + "\"/>";
    wide.put("xl/worksheets/sheet1.xml", attribute.getBytes(StandardCharsets.UTF_8));
    Map<String, byte[]> deep = new SampleWorkbook().sheet("Data", List.of(HEADER)).parts();
    deep.put("xl/worksheets/sheet1.xml", "<a>".repeat(5000).getBytes(StandardCharsets.UTF_8));
    Map<String, byte[]> entities = new SampleWorkbook().sheet("Data", List.of(HEADER)).parts();
    entities.put(
        "xl/worksheets/sheet1.xml",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
            .getBytes(StandardCharsets.UTF_8));

    assertThat(check(SamplePacking.zip(wide)).codes()).containsExactly("malformed-file");
    assertThat(check(SamplePacking.zip(deep)).codes()).containsExactly("malformed-file");
    assertThat(check(SamplePacking.zip(entities)).codes()).containsExactly("malformed-file");
  }
}
