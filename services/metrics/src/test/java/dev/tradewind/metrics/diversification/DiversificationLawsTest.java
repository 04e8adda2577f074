package dev.tradewind.metrics.diversification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.metrics.flow.Flow;
import dev.tradewind.metrics.indicator.Concentration;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What must hold whatever the exports are. */
class DiversificationLawsTest {
  private static final double ROUNDING = 0.000_001;

  @Property(tries = 300)
  void theRatioTimesTheFallIsTheChangeElsewhere(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fall,
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long elsewhere) {
    Offset offset =
        Offset.of(
            BigDecimal.valueOf(-fall),
            BigDecimal.valueOf(fall),
            BigDecimal.valueOf(elsewhere),
            Guard.NONE,
            "USD");
    assertThat(offset.ratio().multiply(BigDecimal.valueOf(fall)).doubleValue())
        .isCloseTo((double) elsewhere, within(fall * ROUNDING + 1));
    // And it is amplified exactly if both fell, full exactly if the nation lost nothing in all.
    assertThat(offset.kind() == OffsetClass.AMPLIFIED).isEqualTo(elsewhere < 0);
    assertThat(offset.kind() == OffsetClass.FULL).isEqualTo(elsewhere - fall >= 0);
  }

  @Property(tries = 300)
  void hhiLiesBetweenOneNthAndOne(
      @ForAll @Size(min = 1, max = 40)
          List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> amounts) {
    Concentration found = Concentration.of(amounts);
    assertThat(found.hhi().doubleValue()).isBetween(1.0 / amounts.size() - ROUNDING, 1 + ROUNDING);
    assertThat(found.markets().doubleValue()).isBetween(1 - ROUNDING, amounts.size() + ROUNDING);
  }

  @Property(tries = 100)
  void equalMarketsCountAsMany(
      @ForAll @LongRange(min = 1, max = 250) long count,
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long amount) {
    Concentration found = Concentration.of(Collections.nCopies((int) count, amount));
    assertThat(found.markets()).isEqualByComparingTo(BigDecimal.valueOf(count));
  }

  @Provide
  Arbitrary<List<Flow>> flows() {
    Arbitrary<Long> amounts = Arbitraries.longs().between(0, 1_000_000);
    return Combinators.combine(
            Arbitraries.of("CN-GD", "CN-ZJ"),
            Arbitraries.of("854231", "851713", "640299"),
            Arbitraries.of("USA", "VNM", "MEX"),
            amounts,
            amounts)
        .as(Flow::new)
        .list()
        .ofMaxSize(20);
  }

  @Property(tries = 200)
  void reroutingIsNeverMoreThanWhatFellOrWhatRose(@ForAll("flows") List<Flow> flows) {
    for (Rerouting found : Rerouting.find(flows, List.of("USA"), 0)) {
      assertThat(found.overlap()).isPositive();
      assertThat(found.overlap()).isLessThanOrEqualTo(found.fall());
      assertThat(found.overlap()).isLessThanOrEqualTo(found.rise());
      assertThat(found.hub()).isNotEqualTo("USA");
    }
  }

  @Property(tries = 200)
  void turnedAroundThereIsNoReroutingInTheSameCodes(@ForAll("flows") List<Flow> flows) {
    List<Flow> turned =
        flows.stream()
            .map(f -> new Flow(f.region(), f.product(), f.partner(), f.base(), f.value()))
            .toList();
    List<String> there =
        Rerouting.find(flows, List.of("USA"), 0).stream()
            .flatMap(r -> r.products().stream())
            .toList();
    List<String> back =
        Rerouting.find(turned, List.of("USA"), 0).stream()
            .flatMap(r -> r.products().stream())
            .toList();
    assertThat(there.stream().filter(back::contains)).isEmpty();
  }
}
