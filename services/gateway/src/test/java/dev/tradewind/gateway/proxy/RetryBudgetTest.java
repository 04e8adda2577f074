package dev.tradewind.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  @Test
  void after_quiet_times_only_the_burst_is_possible() {
    RetryBudget budget = new RetryBudget(0.1, 3);
    for (int i = 0; i < 1_000; i++) {
      budget.earn();
    }

    assertThat(spent(budget)).isEqualTo(3);
  }

  @Test
  void then_every_tenth_read_may_be_repeated() {
    RetryBudget budget = new RetryBudget(0.1, 3);
    spent(budget);

    for (int i = 0; i < 20; i++) {
      budget.earn();
    }

    assertThat(spent(budget)).isEqualTo(2);
  }

  @Test
  void a_share_of_nothing_repeats_nothing() {
    assertThat(spent(new RetryBudget(0, 10))).isZero();
  }

  private static long spent(RetryBudget budget) {
    return Stream.generate(budget::spend).limit(100).filter(taken -> taken).count();
  }
}
