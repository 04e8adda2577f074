package dev.tradewind.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.gateway.route.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplicasTest {
  private static final URI ONE = URI.create("http://one:8082");
  private static final URI TWO = URI.create("http://two:8082");
  private static final URI THREE = URI.create("http://three:8082");

  private final Replicas three = replicas(Duration.ofMinutes(1), ONE, TWO, THREE);

  @Test
  void replicas_are_asked_in_turn() {
    assertThat(hosts(three, 6)).containsExactly("one", "two", "three", "one", "two", "three");
  }

  @Test
  void one_that_takes_no_connection_is_passed_over() {
    three.unreachable(Upstream.of(Service.METRICS, TWO));

    assertThat(hosts(three, 6)).doesNotContain("two").contains("one", "three");
  }

  @Test
  void one_that_hangs_is_passed_over_after_three_times_in_a_row_and_not_before() {
    Upstream two = Upstream.of(Service.METRICS, TWO);
    three.silent(two);
    three.silent(two);
    three.answered(two);
    three.silent(two);
    three.silent(two);
    assertThat(hosts(three, 3)).contains("two");

    three.silent(two);

    assertThat(hosts(three, 6)).doesNotContain("two");
  }

  @Test
  void one_that_was_passed_over_long_enough_gets_its_turn_again() {
    Replicas quick = replicas(Duration.ZERO, ONE, TWO);
    quick.unreachable(Upstream.of(Service.METRICS, TWO));

    assertThat(hosts(quick, 2)).containsExactly("one", "two");
  }

  @Test
  void when_all_fail_they_are_asked_all_the_same() {
    for (URI uri : List.of(ONE, TWO, THREE)) {
      three.unreachable(Upstream.of(Service.METRICS, uri));
    }

    assertThat(hosts(three, 3)).containsExactlyInAnyOrder("one", "two", "three");
  }

  @Test
  void no_address_at_all_is_refused_at_start() {
    assertThatThrownBy(() -> replicas(Duration.ZERO))
        .hasMessageContaining("tradewind.upstream.metrics");
  }

  private static Replicas replicas(Duration passedOver, URI... addresses) {
    return Replicas.of(Service.METRICS, List.of(addresses), passedOver);
  }

  private static List<String> hosts(Replicas replicas, int times) {
    return Stream.generate(() -> replicas.next().host()).limit(times).toList();
  }
}
