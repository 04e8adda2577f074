package dev.tradewind.alerts.background;

import static dev.tradewind.alerts.Samples.US_YTD;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.contracts.period.Window;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is found around a telling, in real tables. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class BackgroundsTest extends AlertsTest {
  private static final Series MONTHS = new Series("USA", "all", Window.MONTH, "USD");

  @Inject Transactions transactions;

  @Test
  void theLastTwelveMonthsStandInTheirPlacesAndHolesStayHoles() {
    // Given 14 months, of which the second last is not comparable and one in the middle unknown
    for (int ago = 13; ago >= 0; ago--) {
      YearMonth month = AUGUST.minusMonths(ago);
      if (ago != 5) {
        Figures figures = ago == 1 ? unknown(Status.HOLE) : millions("" + (100 + ago), "100");
        month(MONTHS, month, figures);
      }
    }
    // and months that are not asked for: later ones, of another partner, sector and currency
    month(MONTHS, AUGUST.plusMonths(1), millions("1", "100"));
    month(new Series("VNM", "all", Window.MONTH, "USD"), AUGUST, millions("2", "100"));
    month(new Series("USA", "toys", Window.MONTH, "USD"), AUGUST, millions("3", "100"));
    month(new Series("USA", "all", Window.MONTH, "CNY"), AUGUST, millions("4", "100"));
    // When
    Background background = of(US_YTD, "CN-GD", "CN-YN", "CN-GD");
    // Then
    assertThat(background.last()).isEqualTo(AUGUST);
    assertThat(background.months().keySet()).containsExactlyInAnyOrder("CN-GD", "CN-YN");
    assertThat(background.monthsOf("CN-GD"))
        .extracting(BackgroundsTest::inMillions)
        .containsExactly(
            "111", "110", "109", "108", "107", "106", null, "104", "103", "102", null, "100");
    assertThat(background.monthsOf("CN-YN"))
        .extracting(BackgroundsTest::inMillions)
        .containsOnly("100", null);
    assertThat(background.monthsOf("CN-HN")).isEmpty();
  }

  @Test
  void theSectorThatLostMostIsNamedForEachRegion() {
    // Given
    sector("phones", AUGUST, Map.of("CN-GD", millions("60", "100")));
    sector(
        "toys", AUGUST, Map.of("CN-GD", millions("900", "1000"), "CN-YN", millions("99", "100")));
    // what rose, what cannot be compared, what is unknown
    sector("chips", AUGUST, Map.of("CN-GD", millions("500", "100")));
    sector("furniture", AUGUST, Map.of("CN-GD", of(millions("1", "1000"), Status.NOT_COMPARABLE)));
    sector("footwear", AUGUST, Map.of("CN-GD", unknown(Status.HOLE)));
    // another month, window and partner
    sector("special", JULY, Map.of("CN-GD", millions("1", "9000")));
    tell(
        new Series("USA", "special", Window.MONTH, "USD"),
        AUGUST,
        Map.of("CN-GD", millions("1", "9000")));
    tell(
        new Series("VNM", "special", Window.YTD, "USD"),
        AUGUST,
        Map.of("CN-GD", millions("1", "9000")));
    // When
    Background background = of(US_YTD, "CN-GD", "CN-YN", "CN-HN");
    // Then an amount decides, not a rate
    assertThat(background.sectors())
        .containsOnly(
            Map.entry("CN-GD", fall("toys", "-100", "-0.1")),
            Map.entry("CN-YN", fall("toys", "-1", "-0.01")));
    // And of a single sector no other is named
    assertThat(of(new Series("USA", "toys", Window.YTD, "USD"), "CN-GD").sectors()).isEmpty();
  }

  @Test
  void ofEqualFallsTheFirstByNameIsNamed() {
    sector("toys", AUGUST, Map.of("CN-GD", millions("60", "100")));
    sector("phones", AUGUST, Map.of("CN-GD", millions("160", "200")));
    assertThat(of(US_YTD, "CN-GD").sectors().get("CN-GD")).isEqualTo(fall("phones", "-40", "-0.2"));
  }

  @Test
  void eventsOfTheLastThreeMonthsAreNearTheLatestFirst() {
    event("before", "2025-05-31", null);
    event("lasting", "2025-01-01", "2025-06-01");
    event("first", "2025-06-01", null);
    event("last-b", "2025-08-31", null);
    event("last-a", "2025-08-31", null);
    event("after", "2025-09-01", null);
    assertThat(of(US_YTD, "CN-GD").events())
        .extracting(Background.Event::titleEn)
        .containsExactly("last-a", "last-b", "first", "lasting");
    assertThat(of(US_YTD, "CN-GD").events().get(3))
        .isEqualTo(
            new Background.Event(
                LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 1), "lasting", "zh lasting"));

    // Of many the latest four
    event("july", "2025-07-01", null);
    assertThat(of(US_YTD, "CN-GD").events())
        .extracting(Background.Event::titleEn)
        .containsExactly("last-a", "last-b", "july", "first");
  }

  @Test
  void anIncidentIsKnownSinceItWasRaised() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("60", "100"))).newest(JULY));
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-YN", millions("50", "100")))
            .newest(AUGUST));
    long incident = stage.number("SELECT id FROM incident");
    Background background =
        transactions.run(
            transaction ->
                Backgrounds.of(
                    transaction, US_YTD, AUGUST, List.of("CN-YN"), List.of(incident, -1L)));
    assertThat(background.since())
        .containsOnly(
            Map.entry(
                incident,
                stage
                    .rows("SELECT at FROM incident_step WHERE kind = 'raised'")
                    .get(0)
                    .getOffsetDateTime(0)
                    .toInstant()));
  }

  private Background of(Series series, String... regions) {
    return transactions.run(
        transaction ->
            Backgrounds.of(transaction, series, AUGUST, List.of(regions), List.<Long>of()));
  }

  private void month(Series series, YearMonth month, Figures figures) {
    tell(series, month, Map.of("CN-GD", figures));
  }

  private void sector(String sector, YearMonth period, Map<String, Figures> figures) {
    tell(new Series("USA", sector, Window.YTD, "USD"), period, figures);
  }

  private void tell(Series series, YearMonth period, Map<String, Figures> figures) {
    stage.tell(ToldChange.published().of(series).slice(period, figures).newest(period));
  }

  private void event(String id, String day, @Nullable String end) {
    stage.rows(
        "INSERT INTO policy_event VALUES ($1, $2, "
            + (end == null ? "NULL" : "DATE '" + end + "'")
            + ", $1, 'zh ' || $1, 'tariff', 'a source')",
        id,
        LocalDate.parse(day));
  }

  private static Figures of(Figures figures, Status status) {
    return new Figures(
        figures.value(),
        figures.baseValue(),
        figures.change(),
        figures.yoy(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        status,
        List.of("another classification"));
  }

  private static Background.SectorFall fall(String sector, String millions, String yoy) {
    BigDecimal change = new BigDecimal(millions).movePointRight(6).stripTrailingZeros();
    return new Background.SectorFall(sector, change, new BigDecimal(yoy));
  }

  private static @Nullable String inMillions(@Nullable BigDecimal value) {
    return value == null ? null : value.movePointLeft(6).stripTrailingZeros().toPlainString();
  }
}
