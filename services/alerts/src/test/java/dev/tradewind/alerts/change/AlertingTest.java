package dev.tradewind.alerts.change;

import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From indicator events to what Slack's readers see. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class AlertingTest extends AlertsTest {
  private static final Figures DOWN_57 = millions("17.867091", "41.5");
  private static final Figures DOWN_30 = millions("70", "100");
  private static final Figures FINE = millions("99", "100");

  @Test
  void oneMessageTellsOfTheNewestPeriodOnly() {
    // When a first submission brings three bad months at once
    stage.tell(
        ToldChange.published()
            .slice(JUNE, Map.of("CN-YN", DOWN_57, "CN-GD", DOWN_57))
            .slice(JULY, Map.of("CN-YN", DOWN_57))
            .slice(AUGUST, Map.of("CN-YN", DOWN_57, "CN-HN", DOWN_30))
            .newest(AUGUST));

    // Then one message tells of the newest
    var message = awaitPosted(1).get(0);
    awaitQuiet();
    assertThat(fallback(message))
        .isEqualTo(
            "US exports fell sharply in 2 provinces — January–August 2025:"
                + " Yunnan −56.9 %, Hunan −30.0 %");
    assertThat(read(message)).contains("of 17 covered products").doesNotContain("Guangdong");
    assertThat(slack.requests()).hasSize(1);
    assertThat(states()).containsExactly("CN-HN firing warning", "CN-YN firing critical");
  }

  @Test
  void modelledDataAreCalledSo() {
    stage.tell(
        ToldChange.published()
            .labelled("modelled")
            .slice(AUGUST, Map.of("CN-YN", DOWN_57))
            .newest(AUGUST));
    var message = awaitPosted(1).get(0);
    assertThat(fallback(message)).startsWith("Modelled data: ");
    assertThat(read(message)).contains("Modelled data, not official statistics");
  }

  @Test
  void halfAChangeRaisesNothing() {
    // Given a change of two slices
    ToldChange change =
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", DOWN_57))
            .slice(AUGUST, Map.of("CN-YN", DOWN_57))
            .newest(AUGUST);
    String key = change.submission().toString();

    // When one slice is missing at the close, and the other comes twice
    stage.send(key, change.events().subList(1, 2));
    stage.send(key, change.events().subList(1, 2));
    stage.send(key, List.of(change.close()));
    stage.awaitTaken(key);

    // Then it is held
    assertThat(stage.number("SELECT count(*) FROM pending_close")).isEqualTo(1);
    assertThat(stage.number("SELECT count(*) FROM incident")).isZero();

    // When the rest comes
    stage.send(key, change.events());
    stage.awaitEvaluated(change);

    // Then it is told, once
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(stage.number("SELECT count(*) FROM pending_event")).isZero();
  }

  @Test
  void whatIsSentAgainIsSilent() {
    ToldChange change = firing(AUGUST);
    stage.tell(change);
    awaitPosted(1);
    String key = change.submission().toString();
    stage.send(key, change.events());
    stage.send(key, List.of(change.close()));
    stage.awaitTaken(key);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(stage.number("SELECT count(*) FROM incident_step")).isEqualTo(1);
    assertThat(stage.number("SELECT count(*) FROM pending_event")).isZero();
    assertThat(stage.number("SELECT count(*) FROM pending_close")).isZero();
  }

  @Test
  void anOlderChangeThatComesLateIsIgnored() {
    // Given an older change and a newer one that makes the figures fine
    ToldChange older = firing(AUGUST);
    ToldChange newer = ToldChange.published().slice(AUGUST, Map.of("CN-YN", FINE)).newest(AUGUST);

    // When the newer is told first
    stage.tell(newer);
    stage.tell(older);

    // Then nobody hears of the older
    awaitQuiet();
    assertThat(stage.number("SELECT count(*) FROM incident")).isZero();
    assertThat(slack.requests()).isEmpty();
  }

  @Test
  void aRevisionIsCorrectedInOneMessage() {
    stage.tell(firing(AUGUST));
    awaitPosted(1);

    stage.tell(ToldChange.published().slice(AUGUST, Map.of("CN-YN", DOWN_30)).newest(AUGUST));

    var correction = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(2);
    assertThat(fallback(correction))
        .isEqualTo("Correction: US exports — January–August 2025: Yunnan was −56.9 %, now −30.0 %");
    assertThat(read(correction)).contains("*Eased:*");
    assertThat(states()).containsExactly("CN-YN firing warning");
  }

  @Test
  void aRevisionThatNobodyWouldReadIsSilent() {
    stage.tell(firing(AUGUST));
    awaitPosted(1);
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-YN", millions("17.867092", "41.500001")))
            .newest(AUGUST));
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(stage.text("SELECT value FROM incident")).isEqualTo("17867092");
  }

  @Test
  void aNewerMonthGoesOnInAMessageOfItsOwnAndARecoveryIsTold() {
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", DOWN_57, "CN-HN", DOWN_30))
            .newest(JULY));
    awaitPosted(1);

    stage.tell(firing(AUGUST));

    var message = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(2);
    assertThat(fallback(message)).contains("in Yunnan — January–August 2025");
    assertThat(read(message)).contains("*Recovered*").contains("*Hunan*");
    assertThat(states()).containsExactly("CN-HN resolved warning", "CN-YN firing critical");
    assertThat(stage.number("SELECT count(*) FROM incident")).isEqualTo(2);
  }

  @Test
  void anOlderPeriodRaisesNothing() {
    stage.tell(ToldChange.published().slice(AUGUST, Map.of()).newest(AUGUST));
    stage.tell(ToldChange.published().slice(JULY, Map.of("CN-YN", DOWN_57)).newest(AUGUST));
    awaitQuiet();
    assertThat(stage.number("SELECT count(*) FROM incident")).isZero();
    assertThat(slack.requests()).isEmpty();
  }

  @Test
  void withdrawnDataAreTakenBack() {
    stage.tell(firing(AUGUST));
    awaitPosted(1);

    stage.tell(ToldChange.withdrawn().slice(AUGUST, Map.of("CN-YN", unknown(Status.HOLE))));

    var message = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(read(message))
        .contains("*Withdrawn:* *Yunnan*")
        .contains("the data were taken back");
    assertThat(states()).containsExactly("CN-YN withdrawn critical");
    assertThat(stage.text("SELECT cause FROM incident_step ORDER BY id DESC LIMIT 1"))
        .isEqualTo("withdrawn");
  }

  @Test
  void whenTheNewestMonthIsWithdrawnTheOneBeforeStandsAgain() {
    stage.tell(firing(JULY));
    stage.tell(ToldChange.published().slice(AUGUST, Map.of("CN-YN", FINE)).newest(AUGUST));
    awaitPosted(2);
    assertThat(states()).containsExactly("CN-YN resolved critical");

    stage.tell(
        ToldChange.withdrawn().slice(AUGUST, Map.of("CN-YN", unknown(Status.HOLE))).newest(JULY));

    awaitPosted(3);
    awaitQuiet();
    assertThat(states()).containsExactly("CN-YN firing critical");
    assertThat(stage.text("SELECT period FROM incident")).isEqualTo("2025-07");
    assertThat(slack.requests()).hasSize(3);
  }

  @Test
  void notComparableIsSilentAndResolvesNothing() {
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-GD", unknown(Status.NOT_COMPARABLE)))
            .newest(JULY));
    stage.tell(firing(JULY));
    awaitPosted(1);

    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", unknown(Status.NOT_COMPARABLE)))
            .slice(AUGUST, Map.of("CN-YN", unknown(Status.HOLE)))
            .newest(AUGUST));

    awaitQuiet();
    assertThat(states()).containsExactly("CN-YN firing critical");
    assertThat(slack.requests()).hasSize(1);
  }

  @Test
  void aRebuildWithTheSameNumbersIsSilent() {
    ToldChange change = firing(AUGUST);
    stage.tell(change);
    awaitPosted(1);

    stage.tell(
        ToldChange.rebuild().at(2, 1).slice(AUGUST, Map.of("CN-YN", DOWN_57)).newest(AUGUST));
    // A straggler of the old epoch is older, however large its place.
    stage.tell(
        ToldChange.published()
            .at(1, Long.MAX_VALUE)
            .slice(AUGUST, Map.of("CN-YN", FINE))
            .newest(JULY));

    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(stage.number("SELECT count(*) FROM incident_step")).isEqualTo(1);
    assertThat(stage.text("SELECT newest FROM series")).isEqualTo("2025-08");
  }

  @Test
  void januaryIsNeverAlertedByItself() {
    YearMonth january = YearMonth.of(2026, 1);
    stage.tell(firing(january));
    awaitQuiet();
    assertThat(stage.number("SELECT count(*) FROM incident")).isZero();
    assertThat(slack.requests()).isEmpty();
  }

  @Test
  void aBaseBelowTenMillionAndTheNationAreNotJudged() {
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-QH", millions("1", "9.999999"), "CN", millions("1", "99999")))
            .newest(AUGUST));
    awaitQuiet();
    assertThat(stage.number("SELECT count(*) FROM incident")).isZero();
    assertThat(slack.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "not json",
        "{\"type\":\"of-tomorrow\"}",
        "{\"type\":\"indicators\",\"schemaVersion\":1}",
        "{\"type\":\"submission-applied\",\"schemaVersion\":9}"
      })
  void whatCannotBeReadIsKeptAndNeverInTheWay(String poison) {
    ToldChange change = firing(AUGUST);
    String key = change.submission().toString();
    stage.sendBytes(key, poison.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    stage.tell(change);
    awaitPosted(1);
    assertThat(stage.number("SELECT count(*) FROM poison_record")).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("NullAway") // such records exist
  void aRecordWithoutKeyAndValueIsKeptAndNotInTheWay() {
    stage.sendBytes(null, null);
    stage.tell(firing(AUGUST));
    awaitPosted(1);
    assertThat(
            stage.number(
                "SELECT count(*) FROM poison_record WHERE record_key IS NULL"
                    + " AND record_value IS NULL"))
        .isEqualTo(1);
  }

  private static ToldChange firing(YearMonth period) {
    return ToldChange.published().slice(period, Map.of("CN-YN", DOWN_57)).newest(period);
  }

  private List<String> states() {
    return stage
        .rows("SELECT region || ' ' || state || ' ' || severity FROM incident ORDER BY region")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
