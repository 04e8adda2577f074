package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionCheckTest {
  private static final String HEADER =
      "\"数据年月\",\"商品编码\",\"商品名称\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"注册地编码\",\"注册地名称\",\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",";

  private static String row(
      String period, String product, String partner, String region, String value) {
    return "\"%s\",\"%s\",\"x\",\"%s\",\"y\",\"%s\",\"z\",\"1\",\"千克\",\"0\",\"?\",\"%s\","
        .formatted(period, product, partner, region, value);
  }

  private static final String GOOD = row("202507", "39221000", "502", "44", "1,234");

  @Test
  void readsAFileOfTheSiteInItsOwnEncoding() {
    String text = HEADER + "\r\n" + GOOD + "\r\n";

    Checked checked = submission().file("a.csv", text.getBytes(Charset.forName("GB18030"))).check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).isEmpty();
    assertThat(checked.cells())
        .containsOnly(java.util.Map.entry("CN-GD 2025-07 USA 39221000", 123400L));
    assertThat(checked.report().currency()).isEqualTo("USD");
    assertThat(checked.report().files().get(0).format()).isEqualTo("gacc-csv");
    assertThat(checked.report().files().get(0).encoding()).isEqualTo("GB18030");
  }

  @Test
  void readsEnglishHeadersInAnyOrderAndWithoutTrailingComma() {
    Checked checked =
        submission()
            .file(
                "a.csv",
                "Renminbi Yuan,Locations of importers and exporters,Trading partner,Commodity code,Date of data",
                "\"1,000.50\",Guangdong,United States,8542,202501")
            .check();

    assertThat(checked.cells()).containsEntry("CN-GD 2025-01 USA 8542", 100050L);
    assertThat(checked.report().currency()).isEqualTo("CNY");
  }

  @Test
  void readsNamesWithLineEndsAndStrayTabs() {
    Checked checked =
        submission()
            .file(
                "a.csv",
                HEADER,
                "\"202507\",\"\t39221000\",\"x\",\"408\",\"玻利维亚\n\",\"44\"\t,\"广东省\",\"1\",\"千克\",\"0\",\"?\",\"5\",",
                row("202507", "39221000", "999999", "44", "1"))
            .check();

    assertThat(checked.codes()).containsExactly("unknown-partner");
    assertThat(checked.problem().line()).isEqualTo(4);
    assertThat(checked.cells()).containsEntry("CN-GD 2025-07 BOL 39221000", 500L);
  }

  @Test
  void sumsTheRowsOfOneKeyWithinAFile() {
    Checked checked =
        submission()
            .file("a.csv", HEADER, GOOD, GOOD, row("202507", "39221000", "502", "44", "2"))
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.cells()).containsEntry("CN-GD 2025-07 USA 39221000", 2 * 123400L + 200);
  }

  @Test
  void namesTheRowAndTheCellOfEveryProblem() {
    Checked checked =
        submission()
            .file(
                "a.csv",
                HEADER,
                GOOD,
                row("202513", "39221000", "502", "44", "1"),
                row("2025", "39221000", "502", "44", "1"),
                row("202507", "3922100", "502", "44", "1"),
                row("202507", "39221000", "777", "44", "1"),
                row("202507", "39221000", "502", "99", "1"),
                row("202507", "39221000", "502", "44031", "1"),
                row("202507", "39221000", "502", "44", "-5"),
                row("202507", "39221000", "502", "44", "n/a"),
                row("202507", "39221000", "502", "44", "0.123"),
                row("202507", "39221000", "502", "44", "99999999999999"),
                row("202507", "39221000", "502", "44", "1.234"))
            .check();

    assertThat(checked.accepted()).isFalse();
    assertThat(checked.codes())
        .containsExactly(
            "bad-period",
            "annual-period",
            "bad-hs-code",
            "unknown-partner",
            "unknown-region",
            "district-region",
            "negative-value",
            "not-a-number",
            "too-many-decimals",
            "value-too-large",
            "ambiguous-number");
    assertThat(checked.report().problems())
        .extracting(problem -> problem.line())
        .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
    assertThat(checked.problem().column()).isEqualTo("数据年月");
    assertThat(checked.problem().value()).isEqualTo("202513");
    assertThat(checked.report().rejection()).startsWith("11 problems, the first is bad-period");
  }

  @Test
  void reportsARowOfAnotherShape() {
    Checked checked = submission().file("a.csv", HEADER, GOOD, "\"202507\",\"39221000\",").check();

    assertThat(checked.codes()).containsExactly("row-shape");
    assertThat(checked.problem().line()).isEqualTo(3);
  }

  @Test
  void leavesBadRowsOutWhenLenientAndClaimsNothingAboutTheirMonth() {
    Checked checked =
        submission()
            .lenient()
            .file(
                "a.csv",
                HEADER,
                row("202506", "39221000", "502", "44", "1"),
                row("202507", "39221000", "502", "44", "2"),
                row("202507", "39221000", "502", "44", "n/a"),
                row("202507", "39221000", "116", "44", "3"))
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsExactly("not-a-number");
    assertThat(checked.cells())
        .containsOnlyKeys("CN-GD 2025-06 USA 39221000", "CN-GD 2025-07 JPN 39221000");
    assertThat(checked.box().months()).containsExactly(YearMonth.of(2025, 6));
    assertThat(checked.box().listedOnly()).containsExactly(YearMonth.of(2025, 7));
  }

  @Test
  void countsProblemsThatItDoesNotKeep() {
    Checked checked =
        submission()
            .lenient()
            .keptProblems(3)
            .file("a.csv", HEADER, GOOD, GOOD.replace("502", "x"), GOOD.replace("502", "y"))
            .check();
    Checked worse =
        submission()
            .lenient()
            .keptProblems(1)
            .file("a.csv", HEADER, GOOD, GOOD.replace("502", "x"), GOOD.replace("502", "y"))
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(worse.accepted()).isFalse();
    assertThat(worse.codes()).hasSize(1);
    assertThat(worse.report().errors()).isEqualTo(3);
  }

  @Test
  void namesEveryMissingColumnAndTheHeadersSeen() {
    Checked checked = submission().file("a.csv", "数据年月,商品编码,美元,", "202507,39221000,1,").check();

    assertThat(checked.codes()).containsExactly("missing-column", "missing-column");
    assertThat(checked.problem().message()).contains("partner");
    assertThat(checked.problem().value()).contains("数据年月").contains("美元");
  }

  @Test
  void needsAPeriodFromTheFileOrTheSender() {
    String header = "商品编码,贸易伙伴编码,注册地编码,美元,";
    String row = "39221000,502,44,1,";

    assertThat(submission().file("a.csv", header, row).check().codes()).contains("missing-period");
    Checked declared = submission().period("2025-07").file("a.csv", header, row).check();
    assertThat(declared.cells()).containsOnlyKeys("CN-GD 2025-07 USA 39221000");
    assertThat(declared.box().months()).containsExactly(YearMonth.of(2025, 7));
  }

  @Test
  void refusesRowsOfAnotherMonthThanDeclared() {
    assertThat(submission().period("2025-06").file("a.csv", HEADER, GOOD).check().codes())
        .containsExactly("period-mismatch");
  }

  @Test
  void refusesImports() {
    Checked checked =
        submission()
            .file("a.csv", "数据年月,商品编码,原产国（地区）编码,注册地编码,美元,", "202507,39221000,502,44,1,")
            .check();

    assertThat(checked.codes()).contains("import-file");
    assertThat(checked.accepted()).isFalse();
  }

  @Test
  void refusesTwoCurrencies() {
    Checked files =
        submission()
            .file("a.csv", HEADER, GOOD)
            .file("b.csv", HEADER.replace("美元", "人民币"), GOOD.replace("202507", "202508"))
            .check();
    Checked columns =
        submission()
            .file("a.csv", "数据年月,商品编码,贸易伙伴编码,注册地编码,美元,人民币,", "202507,39221000,502,44,1,7,")
            .check();

    assertThat(files.codes()).containsExactly("mixed-currency");
    assertThat(files.problem().file()).isEqualTo("b.csv");
    assertThat(columns.codes()).containsExactly("mixed-currency");
  }

  @Test
  void comparesTheDeclaredCurrency() {
    assertThat(submission().currency("USD").file("a.csv", HEADER, GOOD).check().codes()).isEmpty();
    assertThat(submission().currency("CNY").file("a.csv", HEADER, GOOD).check().codes())
        .containsExactly("currency-mismatch");
  }

  @Test
  void refusesAHeadingBesideItsOwnCodes() {
    Checked checked =
        submission().file("a.csv", HEADER, GOOD, row("202507", "3922", "502", "44", "1")).check();
    Checked unrelated =
        submission().file("a.csv", HEADER, GOOD, row("202507", "3923", "502", "44", "1")).check();

    assertThat(checked.codes()).containsExactly("mixed-hs-levels");
    assertThat(unrelated.accepted()).isTrue();
  }

  @Test
  void refusesFilesThatClaimTheSameCell() {
    Checked checked = submission().file("a.csv", HEADER, GOOD).file("b.csv", HEADER, GOOD).check();

    assertThat(checked.codes()).containsExactly("overlap");
    assertThat(checked.problem().file()).isEqualTo("b.csv");
    assertThat(checked.problem().value()).isEqualTo("CN-GD 2025-07 USA 39221000");
    assertThat(checked.problem().message()).contains("a.csv");
  }

  @Test
  void addsUpFilesOfDifferentTradeModes() {
    String header = "数据年月,商品编码,贸易伙伴编码,贸易方式编码,贸易方式名称,注册地编码,美元,";

    Checked checked =
        submission()
            .file("a.csv", header, "202507,39221000,502,10,一般贸易,44,1,")
            .file("b.csv", header, "202507,39221000,502,15,进料加工贸易,44,2,")
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.cells()).containsEntry("CN-GD 2025-07 USA 39221000", 300L);
    assertThat(checked.report().coverage()).hasSize(2);
  }

  @Test
  void readsARecodedPartnerAndWarnsOnceWhereTheCodeWasNotInUse() {
    Checked checked =
        submission()
            .file(
                "a.csv",
                HEADER,
                row("202507", "39221000", "337", "44", "1"),
                row("202507", "39221000", "150", "33", "2"),
                row("202506", "39221000", "337", "44", "1"))
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsExactly("expired-partner");
    assertThat(checked.cells())
        .containsEntry("CN-GD 2025-07 GEO 39221000", 100L)
        .containsEntry("CN-ZJ 2025-07 GEO 39221000", 200L);
  }

  @Test
  void trustsTheCodeWhereTheNameIsAnothers() {
    Checked checked =
        submission()
            .file(
                "a.csv",
                HEADER,
                GOOD.replace("\"z\"", "\"浙江省\""),
                GOOD.replace("\"z\"", "\"浙江省\"").replace("\"y\"", "\"日本\""))
            .check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsExactly("name-conflict", "name-conflict", "summed-rows");
    assertThat(checked.cells()).containsOnlyKeys("CN-GD 2025-07 USA 39221000");
  }

  @Test
  void distrustsAFileOfExactlyTenThousandRows() {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> row(i < 4_000 ? "202506" : "202507", "39221000", "502", "44", "1"))
            .collect(Collectors.joining("\n"));

    Checked checked = submission().file("a.csv", HEADER, rows).check();

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.codes()).containsExactly("row-limit", "summed-rows");
    assertThat(checked.box().months()).containsExactly(YearMonth.of(2025, 6));
    assertThat(checked.box().listedOnly()).containsExactly(YearMonth.of(2025, 7));
  }

  @Test
  void boundsTheNumberOfRows() {
    assertThat(submission().maxRows(2).file("a.csv", HEADER, GOOD, GOOD, GOOD).check().codes())
        .containsExactly("too-many-rows", "summed-rows");
  }

  @Test
  void boundsTheNumberOfProducts() {
    String rows =
        IntStream.rangeClosed(0, 50_000)
            .mapToObj(i -> row("202507", String.valueOf(10_000_000 + i), "502", "44", "1"))
            .collect(Collectors.joining("\n"));

    assertThat(submission().file("a.csv", HEADER, rows).check().codes())
        .contains("too-many-products");
  }

  @Test
  void claimsAllPartnersUnlessOneIsSeenOrSomeAreDeclared() {
    String japan = row("202507", "39221000", "116", "33", "1");

    Checked one = submission().file("a.csv", HEADER, GOOD).check();
    Checked two = submission().file("a.csv", HEADER, GOOD, japan).check();
    Checked declared =
        submission().coverage("partners:USA,JPN,VNM").file("a.csv", HEADER, GOOD, japan).check();
    Checked all =
        submission().coverage("partners:all;regions:all").file("a.csv", HEADER, GOOD).check();

    assertThat(one.box().allPartners()).isFalse();
    assertThat(one.box().allRegions()).isFalse();
    assertThat(two.box().allPartners()).isTrue();
    assertThat(two.box().partners()).containsExactly("JPN", "USA");
    assertThat(two.box().allRegions()).isTrue();
    assertThat(two.box().regions()).containsExactly("CN-GD", "CN-ZJ");
    assertThat(declared.box().allPartners()).isFalse();
    assertThat(declared.box().partners()).containsExactly("JPN", "USA", "VNM");
    assertThat(declared.box().allRegions()).isTrue();
    assertThat(all.box().allPartners()).isTrue();
    assertThat(all.box().partners()).containsExactly("USA");
  }

  @Test
  void refusesRowsOutsideTheDeclaredCoverage() {
    assertThat(submission().coverage("partners:VNM").file("a.csv", HEADER, GOOD).check().codes())
        .contains("outside-coverage");
  }

  @Test
  void tellsWhatIsNoCustomsFile() {
    assertThat(submission().file("a.csv", "hello", "world").check().codes())
        .containsExactly("unknown-format");
    assertThat(submission().file("a.csv", HEADER).check().codes()).containsExactly("no-rows");
    assertThat(submission().file("a.csv", new byte[0]).check().codes()).containsExactly("no-rows");
  }

  @Test
  void namesTheLineWhereTheEncodingBreaks() {
    byte[] good = (HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] bad = (GOOD.replace("\"z\"", "\"广东省\"") + "\n").getBytes(Charset.forName("GB18030"));
    byte[] bytes = java.util.Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, bytes, good.length, bad.length);

    Checked checked = submission().file("a.csv", bytes).check();

    assertThat(checked.codes()).containsExactly("encoding");
    assertThat(checked.problem().line()).isEqualTo(3);
  }

  @Test
  void seesThatAFileEndsInsideAValue() {
    byte[] whole = (HEADER + "\n" + GOOD + "\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);

    assertThat(submission().file("a.csv", whole).check().codes()).contains("no-final-line-end");
    assertThat(submission().file("a.csv", cut).check().codes()).contains("truncated-file");
  }
}
