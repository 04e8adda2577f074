package dev.tradewind.metrics.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void numbersStayNumbersAndFormulasBecomeText() {
    String text =
        new CsvTable(List.of("a", "b"))
            .row(new BigDecimal("-0.713127"), "=cmd|' /C calc'!A0")
            .row(null, "-1+2")
            .row("a,\"b\"", "@x")
            .text();
    assertThat(text).isEqualTo("a,b\n-0.713127,'=cmd|' /C calc'!A0\n,'-1+2\n\"a,\"\"b\"\"\",'@x\n");
  }
}
