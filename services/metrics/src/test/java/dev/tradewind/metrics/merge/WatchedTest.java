package dev.tradewind.metrics.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.metrics.MetricsConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private static Watched configured(String... settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(MetricsConfig.class);
    for (int i = 0; i < settings.length; i += 2) {
      builder.withDefaultValue("tradewind.metrics.watched." + settings[i], settings[i + 1]);
    }
    SmallRyeConfig config = builder.build();
    return Watched.of(config.getConfigMapping(MetricsConfig.class).watched());
  }

  @Test
  void everySectorIsWatchedInItsDefaultVariantUnlessItIsSaid() {
    Watched watched = configured();
    assertThat(watched.partnerIds()).containsExactly("USA");
    assertThat(watched.sectorIds())
        .containsExactly(
            "all",
            "electromechanical",
            "furniture",
            "toys",
            "footwear",
            "special_unclassified",
            "phones",
            "phone_parts",
            "computers",
            "chips");
    assertThat(watched.windowIds()).containsExactly("month", "ytd", "r12m", "jan-feb");
  }

  @Test
  void partnersSectorsAndWindowsAreListed() {
    Watched watched =
        configured(
            "partners", "USA, VNM,USA",
            "sectors", "hs:85,furniture:broad",
            "windows", "ytd,month");
    assertThat(watched.partnerIds()).containsExactly("USA", "VNM");
    assertThat(watched.sectorIds()).containsExactly("hs:85", "furniture:broad");
    assertThat(watched.windowIds()).containsExactly("month", "ytd");
  }

  @Test
  void whatCannotBeWatchedIsNamedWithTheSettingAndWhatIsAllowed() {
    assertThatThrownBy(() -> configured("partners", "USA,asean"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tradewind.metrics.watched.partners names 'asean'")
        .hasMessageContaining("WLD");
    // Sums over four digits are not stored
    assertThatThrownBy(() -> configured("sectors", "hs:8542"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tradewind.metrics.watched.sectors names 'hs:8542'")
        .hasMessageContaining("furniture:broad");
    assertThatThrownBy(() -> configured("windows", "week"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tradewind.metrics.watched.windows names 'week'")
        .hasMessageContaining("jan-feb");
    assertThatThrownBy(() -> Watched.of(List.of("USA"), List.of(), List.of("ytd")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tradewind.metrics.watched.sectors is empty");
  }
}
