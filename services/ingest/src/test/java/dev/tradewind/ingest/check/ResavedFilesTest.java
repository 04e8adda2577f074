package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were opened, looked at and saved again by hand. */
class ResavedFilesTest {
  private static final String TIDY = "period;region;partner;hs;value;currency";
  private static final Map<String, Long> ONE = Map.of("CN-GD 2025-07 USA 01012100", 123_456_700L);

  private static Checked value(char separator, String... values) {
    String[] lines = new String[values.length + 1];
    lines[0] = TIDY.replace(';', separator);
    for (int i = 0; i < values.length; i++) {
      lines[i + 1] =
          String.join(
              String.valueOf(separator),
              "2025-07",
              "CN-GD",
              "USA",
              "3922100" + i,
              '"' + values[i] + '"',
              "USD");
    }
    return submission().file("a.csv", lines).check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567",
        "1.234.567",
        "1 234 567",
        "1\u00a0234\u00a0567",
        "1\u202f234\u202f567,00",
        "1'234'567",
        "1.234.567,0",
        "1234567,00",
        "1234567.0",
        "1,234,567",
        "１２３４５６７",
        "１，２３４，５６７",
        "'1234567",
        "=\"\"1234567\"\""
      })
  void readsANumberThatCanOnlyBeReadInOneWay(String text) {
    Checked checked = value(';', text);

    assertThat(checked.cells().values()).containsExactly(123_456_700L);
    assertThat(checked.accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "; | 1.234 | ambiguous-number",
        "; | 1,234 | ambiguous-number",
        ", | 1.234 | ambiguous-number",
        ", | 12,34 | ambiguous-number",
        "; | 1.23.456 | not-a-number",
        "; | 1234.567,00 | not-a-number",
        "; | 12 34 | not-a-number",
        "; | 1'234 567 | not-a-number",
        "; | 1,2345 | not-a-number",
        "; | =1+1 | not-a-number",
        "; | −5,00 | not-a-number"
      })
  void aNumberThatCanNotIsAProblemThatNamesTheRow(char separator, String text, String code) {
    Checked checked = value(separator, "5", text);

    assertThat(checked.codes()).containsExactly(code);
    assertThat(checked.problem().line()).isEqualTo(3);
    assertThat(checked.problem().column()).isEqualTo("value");
    assertThat(checked.problem().value()).isEqualTo(text);
    assertThat(checked.problem().code().advice()).contains("plain digits");
  }

  @Test
  void otherNumbersTellWhatACommaIsFor() {
    assertThat(value(';', "1,234,567", "1,234").cells().values())
        .containsExactlyInAnyOrder(123_456_700L, 123_400L);
    assertThat(value('\t', "1234,5", "12,34").cells().values())
        .containsExactlyInAnyOrder(123_450L, 1_234L);
    assertThat(value('\t', "1234,5", "1,234").codes()).contains("ambiguous-number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,234|1234,5", "1,234|12,34", "1.234.567|12.5", "12.5|1.234,50", "1.5|1.234.567"})
  void numbersThatContradictEachOtherRejectTheFileEvenIfBadRowsAreLeftOut(
      String first, String second) {
    String tab = "\t";
    Checked checked =
        submission()
            .lenient()
            .file(
                "a",
                TIDY.replace(";", tab),
                String.join(tab, "2025-07", "CN-GD", "USA", "39221000", first, "USD"),
                String.join(tab, "2025-07", "CN-GD", "USA", "73249000", second, "USD"))
            .check();

    assertThat(checked.accepted()).isFalse();
    assertThat(checked.codes()).contains("mixed-numbers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2025-07|CN-GD|USA|'01012100|1234567|USD",
        "2025-07|CN-GD|USA|\"=\"\"01012100\"\"\"|1234567|USD",
        "2025-07|CN-GD|USA|=\"01012100\"|1234567|USD",
        "２０２５－０７|ＣＮ－ＧＤ|ＵＳＡ|０１０１２１００|１２３４５６７|ＵＳＤ",
        "'2025-07|'44|'502|'01012100|'1234567|'USD"
      })
  void readsCodesThatWereKeptAsTextOrTypedWithFullWidthSigns(
      String period, String region, String partner, String hs, String value, String currency) {
    Checked checked =
        submission()
            .file("a", TIDY, String.join(";", period, region, partner, hs, value, currency))
            .check();

    assertThat(checked.cells()).isEqualTo(ONE);
    assertThat(checked.codes()).isNotEmpty().containsOnly("repaired-text");
    assertThat(checked.box().products()).containsExactly("01012100");
  }

  @Test
  void oneCodeInTwoSpellingsIsOneCode() {
    Checked checked =
        submission()
            .file(
                "a",
                TIDY + ";mode",
                "2025-07;CN-GD;USA;01012100;1000000;USD;10",
                "2025-07;CN-GD;USA;'01012100;234567;USD;１０")
            .file("b", TIDY + ";mode", "2025-07;CN-GD;USA;01012100;5;USD;'10")
            .check();

    assertThat(checked.codes()).contains("overlap");
  }

  @Test
  void passesOverWhatStandsAboveTheHeaderAndWhatIsEmpty() {
    Checked checked =
        submission()
            .file(
                "a",
                "sep=;",
                "Exports of Guangdong;;;;;;;",
                ";;;;;;;",
                TIDY + ";;",
                "2025-07;CN-GD;USA;01012100;1234567;USD;;",
                "\u00a0;;;;;;;",
                ";;;;;;;")
            .check();

    assertThat(checked.cells()).isEqualTo(ONE);
    assertThat(checked.report().rows()).isEqualTo(1);
    assertThat(checked.codes()).containsExactly("title-lines");
    assertThat(checked.problem().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ｐeriod,ｒｅｇｉｏｎ,partner,ｈｓ,value,currency",
        "period，region，partner，hs，value，currency",
        "\u00a0period\u00a0,region ,partner\u3000,'hs,=\"value\",CURRENCY"
      })
  void readsHeadersInFullWidthSignsAndWithStrayBlanks(String header) {
    Checked checked =
        submission().file("a", header, "2025-07,CN-GD,USA,01012100,1234567,USD").check();

    assertThat(checked.cells()).isEqualTo(ONE);
  }

  @Test
  void aNoteBelowTheTableIsAProblem() {
    Checked checked =
        submission()
            .file("a", TIDY, "2025-07;CN-GD;USA;01012100;1234567;USD", "Source: customs")
            .check();

    assertThat(checked.codes()).containsExactly("row-shape");
    assertThat(checked.problem().line()).isEqualTo(3);
  }

  @Test
  void aHeaderBehindAQuoteThatIsNotClosedIsAProblem() {
    Checked checked =
        submission().file("a", "Exports;\"by province", TIDY, "2025-07;CN-GD;USA").check();

    assertThat(checked.codes()).contains("unknown-format");
  }

  @Test
  void blanksInNamesAreOfAnyKind() {
    Checked checked =
        submission()
            .file(
                "a",
                "Date of data;Commodity code;Trading partner;Locations of importers and exporters;US dollar",
                "202507;01012100;United\u00a0States;Inner\u00a0Mongolia;1234567")
            .check();

    assertThat(checked.cells()).isEqualTo(Map.of("CN-NM 2025-07 USA 01012100", 123_456_700L));
  }
}
