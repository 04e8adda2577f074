package dev.tradewind.metrics.diversification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetTest {
  private static final Guard GUARD = new Guard(new BigDecimal(1_000_000), new BigDecimal("0.01"));

  private static Offset of(String change, String base, String elsewhere) {
    return Offset.of(
        new BigDecimal(change), new BigDecimal(base), new BigDecimal(elsewhere), GUARD, "USD");
  }

  @ParameterizedTest(name = "−10 m to the partner, {0} elsewhere: {1}, {2}")
  @CsvSource({
    "-4000000,-0.4,AMPLIFIED",
    "0,0,PARTIAL",
    "4000000,0.4,PARTIAL",
    "9999999,1.000000,PARTIAL",
    "10000000,1,FULL",
    "25000000,2.5,FULL"
  })
  void theClassFollowsFromTheExactRatio(String elsewhere, String ratio, OffsetClass kind) {
    Offset offset = of("-10000000", "100000000", elsewhere);
    assertThat(offset.ratio()).isEqualByComparingTo(ratio);
    assertThat(offset.kind()).isEqualTo(kind);
    assertThat(offset.reason()).isNull();
  }

  @Test
  void whereThePartnerDidNotFallThereIsNothingToOffset() {
    assertThat(of("0", "100000000", "5").kind()).isEqualTo(OffsetClass.NOT_APPLICABLE);
    assertThat(of("7", "100000000", "5").ratio()).isNull();
  }

  @Test
  void aTinyFallIsNotDividedBy() {
    // Given falls that are small in themselves, or beside their base
    Offset small = of("-999999", "2000000", "5000000");
    Offset slight = of("-5000000", "600000000", "5000000");
    // Then there is neither ratio nor class, and the reason says why
    assertThat(small.ratio()).isNull();
    assertThat(small.kind()).isNull();
    assertThat(small.reason()).contains("999999 USD").contains("too small");
    assertThat(slight.kind()).isNull();
  }
}
