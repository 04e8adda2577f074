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

  @Test
  void columnsSayWhatARowShows() {
    CsvTable table =
        CsvTable.of(
            List.of(
                new Column<List<String>>("first", names -> names.get(0)),
                new Column<>("all", names -> names),
                new Column<>("none", names -> null)),
            List.of(List.of("a", "b")));

    assertThat(table.text()).isEqualTo("first,all,none\na,a; b,\n");
  }
}
