package dev.tradewind.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
  @Test
  void a_key_is_read_back_as_it_was_made() {
    KeySecret made = KeySecret.random(new SecureRandom());
    assertThat(KeySecret.parse(made.text())).contains(made);
    assertThat(made.text()).matches("tw_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
  }

  @Test
  void two_keys_have_nothing_in_common() {
    SecureRandom random = new SecureRandom();
    KeySecret one = KeySecret.random(random);
    KeySecret other = KeySecret.random(random);
    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.hash()).hasSize(32).isNotEqualTo(other.hash());
  }

  @Test
  void a_key_in_a_log_line_tells_its_public_part_only() {
    KeySecret made = KeySecret.random(new SecureRandom());
    assertThat(made.toString()).isEqualTo("tw_" + made.id()).doesNotContain(made.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tw_", "tw_0123456789abcdef_", "tw_0123456789ABCDEF_x", "a.b.c"})
  void what_has_another_shape_is_no_key(String text) {
    assertThat(KeySecret.parse(text)).isEmpty();
  }
}
