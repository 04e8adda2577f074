package dev.tradewind.metrics.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Turning time around turns every shift around. */
class ShiftLawsTest {
  private static final long LEAST = 1_000;
  private static final Thresholds THRESHOLDS = new Thresholds(LEAST, LEAST, new BigDecimal("2.5"));

  @Property(tries = 500)
  void whatGrewShrinksAndWhatBeganCeases(
      @ForAll @LongRange(min = 0, max = 20_000) long value,
      @ForAll @LongRange(min = 0, max = 20_000) long base) {
    Optional<ShiftKind> forth = THRESHOLDS.kind(value, base);
    Optional<ShiftKind> back = THRESHOLDS.kind(base, value);
    if (forth.filter(ShiftKind.GROWN::equals).isPresent()) {
      assertThat(back).contains(ShiftKind.SHRUNK);
    }
    if (forth.filter(ShiftKind.NEW_FLOW::equals).isPresent()) {
      assertThat(back).contains(ShiftKind.CEASED);
    }
    if (forth.filter(ShiftKind.CEASED::equals).isPresent()) {
      assertThat(back).contains(ShiftKind.NEW_FLOW);
    }
  }

  @Property(tries = 300)
  void unchangedIsNoShift(@ForAll @LongRange(min = 0, max = 1_000_000) long value) {
    assertThat(THRESHOLDS.kind(value, value)).isEmpty();
  }

  @Property(tries = 300)
  void nothingBelowTheMinimaCounts(
      @ForAll @LongRange(min = 0, max = LEAST - 1) long value,
      @ForAll @LongRange(min = 0, max = LEAST - 1) long base) {
    assertThat(THRESHOLDS.kind(value, base)).isEmpty();
  }
}
