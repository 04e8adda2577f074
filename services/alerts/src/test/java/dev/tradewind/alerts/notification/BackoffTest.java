package dev.tradewind.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  @Test
  void theWaitDoublesUpToALimit() {
    assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(5, 0)).isEqualTo(Duration.ofSeconds(16));
    assertThat(backoff.after(7, 0)).isEqualTo(Duration.ofMinutes(1));
  }

  @Property
  void theWaitStaysWithinItsBounds(
      @ForAll @IntRange(min = 1) int failures,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
    assertThat(backoff.after(failures, random))
        .isBetween(Duration.ofMillis(800), Duration.ofMinutes(1));
  }
}
