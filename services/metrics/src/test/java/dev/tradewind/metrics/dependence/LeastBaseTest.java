package dev.tradewind.metrics.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastBaseTest {
  @ParameterizedTest
  @CsvSource({"290000000000,1000000000", "342925741,1000000", "1000,2", "700000,2000", "0,0"})
  void isARoundFigureInProportionToTheNation(BigDecimal nation, BigDecimal least) {
    assertThat(LeastBase.of(nation)).isEqualByComparingTo(least);
  }
}
