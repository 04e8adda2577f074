package dev.tradewind.alerts.document;

import static dev.tradewind.alerts.LetterSamples.AUGUST;
import static dev.tradewind.alerts.LetterSamples.CHINA;
import static dev.tradewind.alerts.LetterSamples.critical;
import static dev.tradewind.alerts.LetterSamples.member;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.LetterSamples;
import dev.tradewind.alerts.Samples;
import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers read, in both languages; each file was read by a person before it was kept. */
class DocumentGoldenTest {
  private static final Links LINKS = new Links(URI.create("https://tradewind.example"));
  private static final Figures HUNAN =
      LetterSamples.figures("3000000000", "4200000000", "-0.285714", "0.117647", "-0.003582");
  private static final Figures YUNNAN =
      LetterSamples.figures("261000000", "900000000", "-0.71", "0.039545", "-0.001907");

  private static final Background BACKGROUND =
      new Background(
          YearMonth.of(2025, 8),
          Map.of(
              "CN-HN",
              months(520, 540, 530, 610, null, null, 420, 330, 240, 260, 310, 300),
              "CN-YN",
              months(90, 95, 100, 98, 80, 75, 70, 31, 20, 18, 22, 25)),
          Map.of(
              "CN-HN",
              new Background.SectorFall(
                  "electromechanical", new BigDecimal("-640000000"), new BigDecimal("-0.412")),
              "CN-YN",
              new Background.SectorFall("phones", new BigDecimal("-9500000"), null)),
          Map.of(),
          List.of(
              new Background.Event(
                  LocalDate.of(2025, 8, 11), null, "Truce extended by 90 days", "休战延长90天"),
              new Background.Event(
                  LocalDate.of(2025, 8, 29),
                  null,
                  "De minimis ends for all countries",
                  "对所有国家取消小额免税")));

  @Test
  void everythingThatIsKnown() {
    Telling telling =
        new Telling(
                AUGUST,
                CHINA,
                "of 2 covered products",
                List.of(),
                List.of(critical(1, "CN-YN", YUNNAN), warning(2, "CN-HN", HUNAN)),
                List.of("Trade desk"))
            .with(BACKGROUND);
    golden("state", new Draft(null, telling));
    golden("reminder", new Draft(telling, telling, true, Set.of()));
    golden("reminder-acknowledged", new Draft(telling, telling, true, Set.of(1L)));
    golden("edited", language -> Documents.edited(new Draft(telling, telling), language));
  }

  @Test
  void otherIndicatorsAreSaidInTheirOwnWords() {
    golden(
        "indicators",
        new Draft(
            null,
            telling(
                null,
                List.of(),
                of(1, "CN-GD", "exposureChange", "at-or-below", "-0.03", "-0.032"),
                of(2, "CN-ZJ", "zScore", "at-or-below", "-3", "-3.42"),
                of(3, "CN-FJ", "rankChange", "at-or-below", "-3", "-4"),
                of(4, "CN-SD", "exposure", "at-or-above", "0.1", "0.118"),
                of(5, "CN-JX", "share", "at-or-below", "0.05", "0.0432"),
                of(6, "CN-SH", "contribution", "at-or-below", "-0.01", "-0.0244"),
                of(7, "CN-TJ", "change", "at-or-below", "-1000000000", "-1200000000"),
                of(8, "CN-HB", "yoy", "at-or-above", "0.5", "0.62"),
                of(9, "CN-AH", "yoy", "at-or-below", "0.02", "0.01"),
                of(10, "CN-HA", "rank", "at-or-above", "10", "12"),
                of(11, "CN-LN", "shareChange", "at-or-below", "-0.01", "-0.012"),
                of(12, "CN-JL", "value", "at-or-below", "5000000000", "3000000000"))));
  }

  @Test
  void changesOfOtherIndicators() {
    golden(
        "indicators-changed",
        new Draft(
            telling(
                null,
                List.of(),
                of(1, "CN-GD", "exposureChange", "at-or-below", "-0.03", "-0.032"),
                of(2, "CN-ZJ", "zScore", "at-or-below", "-3", "-3.42")),
            telling(
                null,
                List.of("modelled"),
                of(1, "CN-GD", "exposureChange", "at-or-below", "-0.03", "-0.041"),
                of(3, "CN-FJ", "rankChange", "at-or-below", "-3", "-4"))));
  }

  @Test
  void nothingStandsAnyMore() {
    Telling told = telling(null, List.of(), warning(1, "CN-HN", HUNAN));
    Telling now =
        telling(null, List.of(), member(1, "CN-HN", Finding.WITHDRAWN, Severity.WARNING, HUNAN));
    golden("nothing-stands", new Draft(told, now));
    golden("nothing-stands-edited", language -> Documents.edited(new Draft(told, now), language));
  }

  @Test
  void notices() {
    YearMonth august = YearMonth.of(2025, 8);
    List<String> owners = List.of("Trade desk");
    golden(
        "all-clear",
        new Notice(
            Notice.Kind.ALL_CLEAR,
            "",
            Samples.US_YTD,
            august,
            "of 2 covered products",
            List.of(),
            owners,
            List.of(new Notice.Level("CN", CHINA))));
    golden(
        "overdue",
        new Notice(
            Notice.Kind.OVERDUE,
            "",
            null,
            august,
            null,
            List.of(),
            owners,
            List.of(new Notice.Overdue(august, LocalDate.of(2025, 9, 20)))));
    golden(
        "digest",
        new Notice(
            Notice.Kind.DIGEST,
            "Monday <!channel>",
            Samples.US_YTD,
            august,
            null,
            List.of("modelled"),
            owners,
            List.of(
                new Notice.Level("CN", CHINA),
                new Notice.Ranking(
                    Notice.Ranking.Order.FELL,
                    List.of(new Notice.Level("CN-HN", HUNAN), new Notice.Level("CN-YN", YUNNAN))),
                new Notice.Open(1, 1, List.of(critical(1, "CN-YN", YUNNAN))))));
    golden(
        "test",
        new Notice(Notice.Kind.TEST, "desk", null, null, null, List.of(), List.of(), List.of()));
  }

  private static Member of(
      long id, String region, String indicator, String comparison, String threshold, String seen) {
    Figures figures =
        new Figures(
            new BigDecimal("3000000000"),
            new BigDecimal("4200000000"),
            null,
            new BigDecimal(indicator.equals("yoy") ? seen : "-0.285714"),
            new BigDecimal("0.0432"),
            new BigDecimal("-0.012"),
            12,
            -4,
            new BigDecimal("0.118"),
            new BigDecimal(indicator.equals("exposureChange") ? seen : "-0.032"),
            new BigDecimal("-0.0244"),
            new BigDecimal("-3.42"),
            Status.PROVISIONAL,
            List.of());
    return new Member(
        id,
        indicator + comparison,
        "Rule of " + indicator,
        indicator,
        comparison,
        region,
        Finding.FIRING,
        Severity.WARNING,
        new BigDecimal(threshold),
        new BigDecimal(seen),
        figures);
  }

  private static List<@Nullable BigDecimal> months(@Nullable Integer... millions) {
    return Arrays.stream(millions)
        .<@Nullable BigDecimal>map(
            value -> value == null ? null : BigDecimal.valueOf(value).movePointRight(6))
        .toList();
  }

  private static void golden(String name, Letter letter) {
    golden(name, language -> Documents.of(letter, language));
  }

  private static void golden(String name, Function<Language, Document> document) {
    for (Language language : Language.values()) {
      Document written = document.apply(language);
      String text =
          PlainText.bare(written.title())
              + "\n"
              + PlainText.bare(written.brief())
              + "\n\n"
              + PlainText.of(written, LINKS);
      assertGolden("/golden/document/" + name + "." + language.id() + ".txt", text);
    }
  }

  private static void assertGolden(String resource, String text) {
    try (InputStream stream = DocumentGoldenTest.class.getResourceAsStream(resource)) {
      String expected =
          stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).as(resource).isEqualTo(expected.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
