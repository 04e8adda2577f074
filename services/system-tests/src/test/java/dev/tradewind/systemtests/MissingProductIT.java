package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.standalone.system.ConsumerProgress;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.testing.CustomsFile;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A product that is loaded for 2024 only must not look like a collapse (DOMAIN trap 11). */
class MissingProductIT {
  private static final String BATHS = "39221000";
  private static final String SANITARY_WARE = "73249000";
  private static final YearMonth JANUARY_2024 = YearMonth.of(2024, 1);
  private static final long TEN_MILLION = 10_000_000;

  private static RunningSystem system;

  @BeforeAll
  static void loadBothFor2024AndOnlyOneFor2025() {
    system = RunningSystem.start("missing-product");
    String id =
        system
            .api()
            .submit(
                List.of(
                    Upload.of("baths.csv", steady(BATHS, 19)),
                    Upload.of("sanitary-ware.csv", steady(SANITARY_WARE, 12))),
                Map.of());
    system.api().awaitApplied(id);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void theTotalIsNotComparableAndTheReasonNamesWhatIsMissing() {
    Indicators all = system.api().indicators(query("all"));
    for (String region : List.of("CN", "CN-GD", "CN-XJ")) {
      JsonNode row = all.row(region);
      assertThat(row.path("status").asText()).as(row.toString()).isEqualTo("not-comparable");
      assertThat(row.path("yoy").isNull()).isTrue();
      assertThat(row.path("contribution").isNull()).isTrue();
      assertThat(row.path("reasons").toString()).contains(SANITARY_WARE).contains("2025");
    }
  }

  @Test
  void theProductThatIsThereIsComparable() {
    Indicators baths = system.api().indicators(query("hs:" + BATHS));
    assertThat(baths.row("CN-GD").path("status").asText()).isEqualTo("ok");
    assertThat(baths.percent("CN-GD", "yoy")).isZero();
  }

  @Test
  void nobodyIsAlerted() {
    try (ConsumerProgress progress =
        new ConsumerProgress(system.parts().kafka().bootstrapServers())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> progress.caughtUp(Service.ALERTS, Topics.INDICATORS));
    }
    assertThat(system.api().list("/alerts", Map.of())).isEmpty();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(system.slack().requests()).isEmpty());
  }

  private static Map<String, String> query(String sector) {
    return Map.of("partner", "USA", "period", "2025-07", "window", "ytd", "sector", sector);
  }

  /** The same every month, from January 2024, to two partners from every province. */
  private static CustomsFile steady(String product, int months) {
    CustomsFile file = CustomsFile.usd();
    for (int month = 0; month < months; month++) {
      for (Region region : Region.all()) {
        String period = JANUARY_2024.plusMonths(month).toString();
        file.row(period, region.code(), "USA", product, TEN_MILLION)
            .row(period, region.code(), "VNM", product, TEN_MILLION);
      }
    }
    return file;
  }
}
