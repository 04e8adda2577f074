package dev.tradewind.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RefusalLimit limit = new RefusalLimit(2, nanos::get);

  @Test
  void so_many_a_minute_are_recorded_and_the_overflow_is_told_once() {
    assertThat(limit.admits()).isTrue();
    assertThat(limit.admits()).isTrue();
    assertThat(limit.hasJustOverflowed()).isFalse();
    assertThat(limit.admits()).isFalse();
    assertThat(limit.hasJustOverflowed()).isTrue();
    assertThat(limit.admits()).isFalse();
    assertThat(limit.hasJustOverflowed()).isFalse();
  }

  @Test
  void the_next_minute_begins_anew() {
    limit.admits();
    limit.admits();
    nanos.set(60_000_000_000L);
    assertThat(limit.admits()).isTrue();
  }
}
