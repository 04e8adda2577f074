package dev.tradewind.alerts.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.background.Backgrounds;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.contracts.message.IndicatorEvent.PolicyEvent;
import dev.tradewind.contracts.period.Window;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The timeline and the groups, as the newest close tells them. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class ReferenceTest extends AlertsTest {
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 9);

  @Inject Transactions transactions;

  @Test
  void theNewestCloseDecides() {
    ToldChange older = ToldChange.published().event("older", APRIL).group("pair", "CN-GD", "CN-ZJ");
    ToldChange newer = ToldChange.published().event("newer", APRIL).group("pair", "CN-YN", "CN-ZJ");
    stage.tell(newer);
    stage.tell(older);
    assertThat(events(APRIL, APRIL)).containsExactly("newer");
    assertThat(members("pair")).containsExactly("CN-YN", "CN-ZJ");

    // A writer of before, which knows neither, takes nothing away
    stage.tell(ToldChange.published());
    assertThat(events(APRIL, APRIL)).containsExactly("newer");
    assertThat(members("pair")).hasSize(2);

    stage.tell(ToldChange.published().group("other", "CN-GD"));
    assertThat(members("pair")).isEmpty();
    assertThat(members("other")).containsExactly("CN-GD");
  }

  @Test
  void eventsAreFoundByDay() {
    stage.tell(ToldChange.published().event("tariffs", APRIL));
    assertThat(events(APRIL.minusDays(3), APRIL.minusDays(1))).isEmpty();
    assertThat(events(APRIL.minusDays(3), APRIL)).containsExactly("tariffs");
    assertThat(events(APRIL, APRIL.plusDays(3))).containsExactly("tariffs");
    assertThat(events(APRIL.plusDays(1), APRIL.plusDays(3))).isEmpty();
  }

  @Test
  void measuresAreToldBeforeTalks() {
    // Given a tariff, and four rounds of talks that are newer
    stage.tell(
        ToldChange.published()
            .event("tariff", APRIL)
            .event("first", APRIL.plusDays(1), "talks")
            .event("second", APRIL.plusDays(2), "talks")
            .event("third", APRIL.plusDays(3), "talks")
            .event("fourth", APRIL.plusDays(4), "talks"));
    // When the background of April is gathered
    Background background =
        transactions.run(
            transaction ->
                Backgrounds.of(
                    transaction,
                    new Series("USA", "all", Window.YTD, "USD"),
                    YearMonth.from(APRIL),
                    List.of(),
                    List.of()));
    // Then the tariff is among the four that have room, in the order of their days
    assertThat(background.events())
        .extracting(Background.Event::titleEn)
        .containsExactly("fourth", "third", "second", "tariff");
  }

  private List<String> events(LocalDate first, LocalDate last) {
    return transactions.run(transaction -> PolicyEvents.between(transaction, first, last)).stream()
        .map(PolicyEvent::id)
        .toList();
  }

  private List<String> members(String group) {
    return transactions.run(transaction -> RegionGroups.members(transaction, group));
  }
}
