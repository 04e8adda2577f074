package dev.tradewind.metrics.diversification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.metrics.flow.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReroutingTest {
  @Test
  void aHubThatTookMoreOfWhatThePartnerTookLessOf() {
    // Given chips that turned from the US to Vietnam, and shoes that did not
    List<Flow> flows =
        List.of(
            new Flow("CN-GD", "854231", "USA", 40, 100),
            new Flow("CN-GD", "854231", "VNM", 130, 100),
            new Flow("CN-GD", "640299", "USA", 50, 100),
            new Flow("CN-GD", "640299", "VNM", 80, 100),
            new Flow("CN-GD", "851713", "USA", 120, 100),
            new Flow("CN-GD", "851713", "VNM", 500, 100));
    // Then only the chips count, and of them what can have moved
    assertThat(Rerouting.find(flows, List.of("USA"), 10))
        .containsExactly(new Rerouting("VNM", List.of("854231"), 60, 30, 30));
    // And nothing below the least that counts
    assertThat(Rerouting.find(flows, List.of("USA"), 31)).isEmpty();
  }

  @Test
  void regionsAreAddedUpFirst() {
    List<Flow> flows =
        List.of(
            new Flow("CN-GD", "854231", "USA", 40, 100),
            new Flow("CN-ZJ", "854231", "USA", 160, 100),
            new Flow("CN-GD", "854231", "VNM", 130, 100));
    assertThat(Rerouting.find(flows, List.of("USA"), 0)).isEmpty();
  }
}
