package dev.tradewind.alerts.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private static final String OLD = "2025:" + key(1);
  private static final String NEW = "2026:" + key(2);

  @Test
  void whatIsSealedOpensAgain() {
    KeyRing ring = KeyRing.parse(OLD);
    Sealed sealed = ring.seal(Secret.of("xoxb-秘密"), "desk");
    assertThat(sealed.keyId()).isEqualTo("2025");
    assertThat(new String(sealed.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("xoxb");
    assertThat(ring.open(sealed, "desk").reveal()).isEqualTo("xoxb-秘密");
    assertThat(ring.seal(Secret.of("a"), "desk").bytes())
        .isNotEqualTo(ring.seal(Secret.of("a"), "desk").bytes());
  }

  @Test
  void theFirstKeySealsAndAllOpen() {
    Sealed before = KeyRing.parse(OLD).seal(Secret.of("a"), "desk");
    KeyRing rotated = KeyRing.parse(NEW + "\n" + OLD);
    assertThat(rotated.newest()).isEqualTo("2026");
    assertThat(rotated.seal(Secret.of("a"), "desk").keyId()).isEqualTo("2026");
    assertThat(rotated.open(before, "desk").reveal()).isEqualTo("a");
    assertThatThrownBy(() -> KeyRing.parse(NEW).open(before, "desk"))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("2025");
  }

  @Test
  void aSealedTextCannotBeMovedOrChanged() {
    KeyRing ring = KeyRing.parse(OLD);
    Sealed sealed = ring.seal(Secret.of("a"), "desk");
    assertThatThrownBy(() -> ring.open(sealed, "other")).isInstanceOf(SecretException.class);
    byte[] changed = sealed.bytes().clone();
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> ring.open(new Sealed("2025", changed), "desk"))
        .isInstanceOf(SecretException.class);
    assertThatThrownBy(() -> ring.open(new Sealed("2025", new byte[3]), "desk"))
        .isInstanceOf(SecretException.class);
    assertThatThrownBy(
            () -> KeyRing.parse("2025:" + key(9)).open(sealed, "desk"))
        .isInstanceOf(SecretException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nocolon", "a b:zzz", "a:###", "a:c2hvcnQ=", ":AAAA"})
  void badKeysAreNamedWithoutBeingRepeated(String text) {
    assertThatThrownBy(() -> KeyRing.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tradewind.secrets.key: ")
        .hasMessageNotContaining("c2hvcnQ")
        .hasMessageNotContaining("###");
  }

  @Test
  void theSameIdTwiceIsAMistakeAndNoKeysAreNone() {
    assertThatThrownBy(() -> KeyRing.parse(OLD + "," + OLD)).hasMessageContaining("twice");
    assertThat(KeyRing.parse(" ").isEmpty()).isTrue();
  }

  @Test
  void nothingPrintsASecret() {
    assertThat(Secret.of("xoxb-1").toString()).doesNotContain("xoxb");
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
