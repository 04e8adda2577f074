package dev.tradewind.metrics.shift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShiftLevelTest {
  @Test
  void codesMayMoveBetweenEditionsOfTheHarmonizedSystem() {
    assertThat(ShiftLevel.of("6").recoded(2021, 2022)).isTrue();
    assertThat(ShiftLevel.of("8").recoded(2027, 2028)).isTrue();
    assertThat(ShiftLevel.of("8").recoded(2024, 2025)).isFalse();
    assertThat(ShiftLevel.of("2").recoded(2021, 2022)).as("chapters stay").isFalse();
    assertThat(ShiftLevel.of("sector").recoded(2021, 2022)).as("sectors know").isFalse();
  }
}
