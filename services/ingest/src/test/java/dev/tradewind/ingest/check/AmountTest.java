package dev.tradewind.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  private static final DecimalFormatSymbols US = DecimalFormatSymbols.getInstance(Locale.US);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "63,994,478|6399447800", "12.5|1250", "12.05|1205", "4394|439400", "007|700"})
  void readsPlainAndGroupedNumbers(String text, long minor) {
    assertThat(Amount.parse(text)).isEqualTo(minor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ",",
        "1,",
        ",1",
        "1,23",
        "12,34,567",
        "1234,567",
        "1.",
        ".5",
        "1.2.3",
        "1e5",
        "１２",
        "abc",
        "--1",
        "1,000.5,0",
        "=1+1",
        "1 000"
      })
  void refusesWhatIsNotANumber(String text) {
    assertThat(Amount.parse(text)).isEqualTo(Amount.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|-1",
        "-1,234.5|-1",
        "1.234|-3",
        "1.000|-3",
        "99,999,999,999,999|-4",
        "99999999999999999999999999|-4"
      })
  void saysWhatIsWrongWithANumber(String text, long why) {
    assertThat(Amount.parse(text)).isEqualTo(why);
  }

  @Property
  void whatIsWrittenReadsBackExactly(@ForAll @LongRange(min = 0, max = Amount.LARGEST) long minor) {
    BigDecimal units = BigDecimal.valueOf(minor, 2);

    assertThat(Amount.parse(new DecimalFormat("#,##0.##", US).format(units))).isEqualTo(minor);
    assertThat(Amount.parse(units.toPlainString())).isEqualTo(minor);
  }
}
