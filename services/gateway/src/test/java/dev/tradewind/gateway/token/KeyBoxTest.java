package dev.tradewind.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyBoxTest {
  private final KeyBox box = new KeyBox("a secret", new SecureRandom());
  private final byte[] content = "private".getBytes(UTF_8);

  @Test
  void what_is_locked_is_unlocked_with_the_same_secret() throws GeneralSecurityException {
    byte[] locked = box.lock("id", content);
    assertThat(new String(locked, UTF_8)).doesNotContain("private");
    assertThat(new KeyBox("a secret", new SecureRandom()).unlock("id", locked)).isEqualTo(content);
  }

  @Test
  void another_secret_another_id_or_a_change_unlocks_nothing() {
    byte[] locked = box.lock("id", content);
    assertThatThrownBy(() -> new KeyBox("another", new SecureRandom()).unlock("id", locked))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> box.unlock("other", locked))
        .isInstanceOf(GeneralSecurityException.class);
    locked[locked.length - 1] ^= 1;
    assertThatThrownBy(() -> box.unlock("id", locked)).isInstanceOf(GeneralSecurityException.class);
  }
}
