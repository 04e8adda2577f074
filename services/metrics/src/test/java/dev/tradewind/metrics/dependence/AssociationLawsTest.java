package dev.tradewind.metrics.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever the regions' figures are. */
class AssociationLawsTest {
  private static final double TINY = 1e-6;

  @Provide
  Arbitrary<List<Point>> regions() {
    Arbitrary<Point> point =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1).ofScale(4),
                Arbitraries.doubles().between(-1, 3).ofScale(4),
                Arbitraries.doubles().between(1, 1_000).ofScale(1))
            .as((exposure, change, weight) -> new Point("r", exposure, change, weight));
    return point.list().ofMinSize(4).ofMaxSize(31);
  }

  @Property(tries = 200)
  void correlationsLieBetweenMinusOneAndOneAndTheSlopeHasTheirSign(
      @ForAll("regions") List<Point> regions) {
    Optional<Association> found = Association.of(regions);
    if (found.isPresent()) {
      assertThat(found.get().pearson()).isBetween(-1 - TINY, 1 + TINY);
      assertThat(found.get().spearman()).isBetween(-1 - TINY, 1 + TINY);
      assertThat(found.get().pearsonP()).isBetween(0.0, 1 + TINY);
      if (Math.abs(found.get().pearson()) > TINY) {
        assertThat(Math.signum(found.get().unweighted().slope()))
            .isEqualTo(Math.signum(found.get().pearson()));
      }
    }
  }

  @Property(tries = 200)
  void residualsSumToNothingAndLeveragesToTwo(@ForAll("regions") List<Point> regions) {
    Optional<Association> found = Association.of(regions);
    if (found.isPresent()) {
      assertThat(found.get().influences().stream().mapToDouble(Influence::residual).sum())
          .isCloseTo(0, within(TINY));
      assertThat(found.get().influences().stream().mapToDouble(Influence::leverage).sum())
          .isCloseTo(2, within(TINY));
    }
  }

  @Property(tries = 100)
  void theOrderOfTheRegionsDoesNotMatter(
      @ForAll("regions") List<Point> regions, @ForAll long seed) {
    List<Point> shuffled = new ArrayList<>(regions);
    Collections.shuffle(shuffled, new Random(seed));
    Optional<Association> found = Association.of(regions);
    Optional<Association> again = Association.of(shuffled);
    assertThat(again.isPresent()).isEqualTo(found.isPresent());
    if (found.isPresent()) {
      assertThat(again.orElseThrow().unweighted().slope())
          .isCloseTo(found.get().unweighted().slope(), within(TINY));
      assertThat(again.orElseThrow().spearman()).isCloseTo(found.get().spearman(), within(TINY));
    }
  }
}
