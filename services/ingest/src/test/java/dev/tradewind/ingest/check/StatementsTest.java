package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts whose rows say what kind of statement they are: tidy, SDMX and Comtrade. */
class StatementsTest {
  private static final String TIDY = "period,region,partner,hs,value,currency";
  private static final String TIDY_ROW = "2025-07,CN-GD,USA,39221000,5,USD";
  private static final String SDMX =
      "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,COMMODITY,FLOW,TIME_PERIOD,OBS_VALUE,OBS_STATUS";
  private static final String SDMX_ROW = "X:TRADE(1.0),M,CN-GD,USA,8542,X,2025-07,123,A";
  private static final String RECORD =
      """
      {"freqCode":"M","period":"202507","reporterCode":156,"partnerCode":842,"flowCode":"X","cmdCode":"TOTAL",\
      "classificationCode":"H6","primaryValue":1234.567}""";

  private static Checked check(String... lines) {
    return submission().file("a", lines).check();
  }

  private static String envelope(String records) {
    return "{\"count\":%d,\"data\":[%s],\"error\":\"\"}"
        .formatted(records.split("freqCode", -1).length - 1, records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mixed-currency|2025-07,CN-ZJ,USA,39221000,5,CNY",
        "unknown-currency|2025-07,CN-ZJ,USA,39221000,5,EUR",
        "total-row|2025-07,CN-ZJ,WLD,39221000,5,USD",
        "total-row|2025-07,CN-ZJ,USA,TOTAL,5,USD",
        "mixed-reference|2025-07,CN,USA,39221000,5,USD",
        "not-a-number|2025-07,CN-ZJ,USA,39221000,,USD",
        "row-shape|2025-07,CN-ZJ,USA,39221000,5"
      })
  void refusesATidyRow(String code, String row) {
    Checked checked = check(TIDY, TIDY_ROW, row);

    assertThat(checked.codes()).contains(code);
    assertThat(checked.accepted()).isFalse();
    assertThat(checked.problem().line()).isEqualTo(3);
  }

  @Test
  void needsACurrencyFromTheRowsOrTheSender() {
    String header = "period,region,partner,hs,value";
    String row = "2025-07,CN-GD,USA,39221000,5";

    assertThat(check(header, row).codes()).containsExactly("missing-currency");
    assertThat(submission().currency("CNY").file("a", header, row).check().report().currency())
        .isEqualTo("CNY");
  }

  @Test
  void takesTheMonthOfLinesWithoutOneFromTheSender() {
    String line =
        "{\"region\":\"CN-GD\",\"partner\":\"USA\",\"hs\":\"85\",\"value\":5,\"currency\":\"USD\"}";

    assertThat(check(line).codes()).contains("missing-period");
    assertThat(submission().period("2025-07").file("a", line).check().cells())
        .containsOnlyKeys("CN-GD 2025-07 USA 85");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "malformed-json|{\"period\":",
        "malformed-json|[1]",
        "malformed-json|{\"period\":{}}",
        "malformed-json|{\"hs\":\"85\",\"hs\":\"86\"}",
        "malformed-json|{\"hs\":\"85\"} {}",
        "row-shape|{\"period\":\"2025-07\",\"region\":\"CN-GD\",\"partner\":\"USA\",\"hs\":\"85\",\"currency\":\"USD\"}",
        "row-shape|{\"period\":\"2025-07\",\"region\":\"CN-GD\",\"partner\":\"USA\",\"hs\":\"85\",\"value\":1,\"currency\":\"USD\",\"flow\":\"M\"}",
        "not-a-number|{\"period\":\"2025-07\",\"region\":\"CN-GD\",\"partner\":\"USA\",\"hs\":\"85\",\"value\":1e5,\"currency\":\"USD\"}"
      })
  void refusesALine(String code, String line) {
    String good =
        "{\"period\":\"2025-07\",\"region\":\"CN-GD\",\"partner\":\"USA\",\"hs\":\"85\",\"value\":\"5\",\"currency\":\"USD\"}";

    String next = good.replace("CN-GD", "CN-ZJ");

    Checked strict = check(good, line, next);
    Checked lenient = submission().lenient().file("a", good, line, next).check();

    assertThat(strict.codes()).containsExactly(code);
    assertThat(strict.problem().line()).isEqualTo(2);
    assertThat(lenient.accepted()).isTrue();
    assertThat(lenient.report().rows()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-exports|X:TRADE(1.0),M,CN-ZJ,USA,8542,M,2025-07,123,A",
        "not-exports|X:TRADE(1.0),M,CN-ZJ,USA,8542,RX,2025-07,123,A",
        "annual-period|X:TRADE(1.0),A,CN-ZJ,USA,8542,X,2025-07,123,A",
        "annual-period|X:TRADE(1.0),M,CN-ZJ,USA,8542,X,2025,123,A",
        "bad-status|X:TRADE(1.0),M,CN-ZJ,USA,8542,X,2025-07,123,F",
        "unknown-partner|X:TRADE(1.0),M,CN-ZJ,W1,8542,X,2025-07,123,A"
      })
  void refusesAnObservation(String code, String row) {
    Checked checked = check(SDMX, SDMX_ROW, row);

    assertThat(checked.codes()).contains(code);
    assertThat(checked.accepted()).isFalse();
  }

  @Test
  void readsTheCodesOfSdmx() {
    Checked checked = check(SDMX, SDMX_ROW, "X:TRADE(1.0),M,CN-ZJ,VN,8542,X,2025-M07,1.5,P");

    assertThat(checked.cells())
        .containsEntry("CN-GD 2025-07 USA 8542", 12300L)
        .containsEntry("CN-ZJ 2025-07 VNM 8542", 150L);
    assertThat(checked.codes()).containsExactly("assumed-currency");
    assertThat(checked.report().currency()).isEqualTo("USD");
    assertThat(checked.report().provisional()).isTrue();
  }

  @Test
  void refusesValuesInThousandsAndRowsThatDelete() {
    assertThat(check(SDMX + ",UNIT_MULT", SDMX_ROW + ",3").codes()).contains("unknown-scale");
    assertThat(
            check(
                    SDMX.replace("DATAFLOW", "STRUCTURE,STRUCTURE_ID,ACTION"),
                    SDMX_ROW.replace("X:TRADE(1.0)", "dataflow,X:TRADE(1.0),D"))
                .codes())
        .contains("deleting-row");
  }

  @Test
  void takesAMissingObservationForUnknownAndNotForZero() {
    Checked checked =
        check(
            SDMX,
            SDMX_ROW,
            SDMX_ROW.replace("2025-07,123,A", "2025-06,123,A"),
            "X:TRADE(1.0),M,CN-ZJ,USA,8542,X,2025-07,,M");

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsExactly("assumed-currency", "missing-observation");
    assertThat(checked.cells())
        .containsOnlyKeys("CN-GD 2025-07 USA 8542", "CN-GD 2025-06 USA 8542");
    assertThat(checked.box().months()).containsExactly(YearMonth.of(2025, 6));
    assertThat(checked.box().listedOnly()).containsExactly(YearMonth.of(2025, 7));
  }

  @Test
  void readsComtradeAsASeriesOfTheNation() {
    Checked checked =
        check(
            envelope(
                RECORD
                    + ","
                    + RECORD.replace("842", "0")
                    + ","
                    + RECORD.replace("TOTAL", "85").replace("842", "899")));

    assertThat(checked.cells())
        .containsEntry("CN 2025-07 USA TOTAL", 123457L)
        .containsOnlyKeys("CN 2025-07 USA TOTAL", "CN 2025-07 WLD TOTAL", "CN 2025-07 X701 85");
    assertThat(checked.box().regions()).containsExactly("CN");
    assertThat(checked.box().allRegions()).isFalse();
    assertThat(checked.report().currency()).isEqualTo("USD");
  }

  @Test
  void keepsTheSeriesOfTheNationApartFromRegionsInOneSubmission() {
    Checked checked =
        submission()
            .file("regions", TIDY, TIDY_ROW.replace("39221000", "85171300"))
            .file("nation", envelope(RECORD.replace("TOTAL", "85")))
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).isEmpty();
    assertThat(checked.report().coverage())
        .extracting(box -> box.regions())
        .containsExactly(java.util.List.of("CN-GD"), java.util.List.of("CN"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-exports|\"flowCode\":\"X\"|\"flowCode\":\"M\"",
        "annual-period|\"freqCode\":\"M\"|\"freqCode\":\"A\"",
        "unknown-region|156|840",
        "unknown-partner|842|12345",
        "bad-hs-code|\"H6\"|\"S4\"",
        "partial-row|\"H6\"|\"H6\",\"motCode\":1000",
        "row-shape|\"H6\"|\"H6\",\"period\":\"202506\"",
        "not-a-number|1234.567|\"x\"",
        "value-too-large|1234.567|1e20"
      })
  void refusesARecord(String code, String part, String instead) {
    Checked checked = check(envelope(RECORD + ",\n" + RECORD.replace(part, instead)));

    assertThat(checked.codes()).contains(code);
    assertThat(checked.accepted()).isFalse();
    assertThat(checked.report().problems().get(0).line()).isEqualTo(2);
  }

  @Test
  void honoursTheErrorAndTheCountOfComtrade() {
    assertThat(check("{\"count\":0,\"data\":[],\"error\":\"quota exceeded\"}").codes())
        .contains("source-error");
    assertThat(check("{\"count\":2,\"data\":[" + RECORD + "],\"error\":\"\"}").codes())
        .containsExactly("truncated-file");
    assertThat(check("{\"count\":1,\"data\":[" + RECORD).codes()).containsExactly("truncated-file");
    assertThat(check("{\"error\":\"\"}").codes()).contains("missing-column");
  }

  @Test
  void sumsQuantitiesOfOneUnitOnly() {
    String header = TIDY + ",quantity,unit";
    Checked checked =
        check(
            header,
            TIDY_ROW + ",3,kg",
            TIDY_ROW + ",4,kg",
            TIDY_ROW.replace("USA", "JPN") + ",3,kg",
            TIDY_ROW.replace("USA", "JPN") + ",3,t",
            TIDY_ROW.replace("USA", "VNM") + ",3,kg",
            TIDY_ROW.replace("USA", "VNM") + ",,",
            TIDY_ROW.replace("USA", "DEU") + ",1.5,t",
            TIDY_ROW.replace("USA", "FRA") + ",-1,t");

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsOnlyOnce("bad-quantity");
    assertThat(checked.quantities())
        .containsOnly(java.util.Map.entry("CN-GD 2025-07 USA 39221000", "7 kg"));
  }
}
