package dev.tradewind.alerts.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
  private static final Map<String, String> YUNNAN =
      Map.of("region", "CN-YN", "severity", "critical", "desk", "a \"b\" c");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "region=CN-YN, true",
        "region = \"CN-YN\", true",
        "region=CN-GD, false",
        "region!=CN-GD, true",
        "region=~CN-(YN|GD), true",
        "region=~CN, false",
        "region!~CN, true",
        "region!~CN-.*, false",
        "'desk=\"a \\\"b\\\" c\"', true",
        "absent=\"\", true",
        "absent!=\"\", false",
        "absent=~.+, false"
      })
  void aMatcherSaysWhatALabelIs(String text, boolean matches) {
    Matcher matcher = Matcher.parse(text);
    assertThat(matcher.matches(YUNNAN)).isEqualTo(matches);
    assertThat(Matcher.parse(matcher.toString())).isEqualTo(matcher);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "region", "region==CN", "=CN", "region=~(", "re gion=x", "a=\"b"})
  void whatIsNoMatcherIsSaidToBeNone(String text) {
    assertThatThrownBy(() -> Matcher.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Timeout(5)
  void noExpressionTakesLong() {
    Matcher evil = Matcher.parse("label=~\"(a+)+b\"");
    long before = System.nanoTime();
    assertThat(evil.matches(Map.of("label", "a".repeat(2000)))).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void allMustHold() {
    assertThat(Matchers.of(List.of("region=CN-YN", "severity=critical")).match(YUNNAN)).isTrue();
    assertThat(Matchers.of(List.of("region=CN-YN", "severity=warning")).match(YUNNAN)).isFalse();
    assertThat(Matchers.of(List.of("region!=CN-GD")).matchEverything()).isTrue();
    assertThat(Matchers.of(List.of("severity=~.+")).matchEverything()).isFalse();
  }
}
