package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.systemtests.Chromium.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in a real browser; where there is none, only CI insists. */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {
  private static final Pattern ROW = Pattern.compile("<tr[^>]* data-region=\"(CN-[A-Z]{2})\"");
  private static final Pattern ALERT = Pattern.compile("<li[^>]* data-region=\"(CN-[A-Z]{2})\"");

  private final Page page;

  DashboardIT(RunningSystem system) {
    assumeTrue(
        Chromium.isHere() || System.getenv("CI") != null,
        "no browser: name one in tradewind.chromium");
    page = Chromium.open(system.api().gateway().resolve("/"));
  }

  @Test
  void theTableRanksAllProvinces() {
    List<String> regions = ROW.matcher(page.dom()).results().map(row -> row.group(1)).toList();
    assertThat(regions)
        .containsExactlyInAnyOrderElementsOf(Region.all().stream().map(Region::code).toList());
    assertThat(regions.subList(0, 3)).containsExactly("CN-GD", "CN-ZJ", "CN-JS");
  }

  @Test
  void theAlertsAreShown() {
    assertThat(ALERT.matcher(page.dom()).results().map(alert -> alert.group(1)))
        .containsExactlyInAnyOrder("CN-YN", "CN-SX", "CN-QH", "CN-CQ", "CN-HN");
  }

  @Test
  void theDataAreLabelledAsModelled() {
    assertThat(page.dom())
        .containsPattern("id=\"data-label\"[^>]*>[^<]*modelled")
        .contains("covered products");
  }

  @Test
  void theChartsAreDrawn() {
    assertThat(page.dom()).containsPattern("id=\"yoy-chart\"[^>]*>.*<(canvas|svg)");
  }

  @Test
  void noScriptComplains() {
    assertThat(page.console()).isEmpty();
  }
}
