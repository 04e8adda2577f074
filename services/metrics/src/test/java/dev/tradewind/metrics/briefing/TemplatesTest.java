package dev.tradewind.metrics.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplatesTest {
  private final Templates english = new Templates("en");
  private final Templates chinese = new Templates("zh");

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(chinese.keys()).containsExactlyInAnyOrderElementsOf(english.keys());
    for (String key : english.keys()) {
      assertThat(Templates.places(chinese.text(key)))
          .as(key)
          .isEqualTo(Templates.places(english.text(key)));
    }
  }

  @Test
  void noFigureAndNoPlaceIsWrittenIntoASentence() {
    for (String key : english.keys()) {
      // The confidence of an interval and the months of New Year are no figures of the data.
      assertThat(english.text(key).replace("95 %", ""))
          .as(key)
          .doesNotContainPattern("[0-9]")
          .doesNotContainPattern("Guangdong|Zhejiang|Xinjiang|United States|Vietnam|India");
    }
  }

  @Test
  void everySentenceEnds() {
    english.keys().stream()
        .filter(key -> !key.startsWith("section.") && !key.equals("title"))
        .filter(key -> !english.text(key).startsWith("{sector}"))
        .filter(key -> !key.endsWith("ne"))
        .forEach(
            key -> {
              assertThat(english.text(key)).as(key).endsWith(".");
              assertThat(chinese.text(key)).as(key).endsWith("。");
            });
  }
}
