package dev.tradewind.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsParserTest {

  @Test
  void readsEveryOption() {
    Options options =
        parse(
            "--port=9090",
            "--files=a.csv,b/*.csv.gz",
            "--period=2025-07",
            "--data=keep",
            "--slack=https://hooks.slack.com/services/a",
            "--closed",
            "--exit");
    assertThat(options.closed()).isTrue();
    assertThat(options.port()).hasValue(9090);
    assertThat(options.files()).contains("a.csv,b/*.csv.gz");
    assertThat(options.period()).contains(YearMonth.of(2025, 7));
    assertThat(options.data()).contains(Path.of("keep"));
    assertThat(options.slack()).contains(URI.create("https://hooks.slack.com/services/a"));
    assertThat(options.exit()).isTrue();
  }

  @Test
  void takesWhatMavenPassesForAbsentOptionsAsAbsent() {
    assertThat(parse("--port=", "--files=", "--period=", "--data=", "--exit=", "--maven="))
        .isEqualTo(parse());
  }

  @Test
  void takesWhatMavenPassesForAFlag() {
    assertThat(parse("--exit=true").exit()).isTrue();
    assertThat(parse("--exit=false").exit()).isFalse();
  }

  @Test
  void readsTheWebhookFromTheEnvironmentUnlessItIsGiven() {
    Map<String, String> environment = Map.of("TRADEWIND_SLACK_WEBHOOK_URL", "https://a/b");
    assertThat(OptionsParser.parse(List.of(), environment).slack())
        .contains(URI.create("https://a/b"));
    assertThat(OptionsParser.parse(List.of("--slack=https://c/d"), environment).slack())
        .contains(URI.create("https://c/d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9090",
        "--colour=red",
        "--port",
        "--port=0",
        "--port=65536",
        "--port=http",
        "--period=2025",
        "--period=2025-13",
        "--slack=http://hooks.slack.com/a",
        "--slack=::",
        "--exit=maybe"
      })
  void refuses(String argument) {
    assertThatThrownBy(() -> parse(argument)).isInstanceOf(UsageException.class);
  }

  @Test
  void neverRepeatsAWebhookThatItRefuses() {
    assertThatThrownBy(() -> parse("--slack=ftp://secret")).hasMessageNotContaining("secret");
  }

  private static Options parse(String... arguments) {
    return OptionsParser.parse(List.of(arguments), Map.of());
  }
}
