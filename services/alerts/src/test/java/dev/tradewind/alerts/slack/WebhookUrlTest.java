package dev.tradewind.alerts.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
  private static final Set<String> SLACK = Set.of("hooks.slack.com");

  @Test
  void slackByHttpsIsAllowed() {
    WebhookUrl url = WebhookUrl.parse("https://hooks.slack.com/services/T0/B0/secret", SLACK);
    assertThat(url.secret()).endsWith("/secret");
    assertThat(url.host()).isEqualTo("hooks.slack.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com/services/T0/B0/secret",
        "https://hooks.slack.com.evil.example/services/secret",
        "https://hooks.slack.com@evil.example/secret",
        "https://user:secret@hooks.slack.com/services",
        "https://evil.example/hooks.slack.com/secret",
        "https://169.254.169.254/secret",
        "https://127.0.0.1/secret",
        "https://[::1]/secret",
        "file:///secret",
        "ftp://hooks.slack.com/secret",
        "hooks.slack.com/secret",
        "https://hooks.slack.com/services#secret",
        "https://hooks.slack.com/ secret",
        "secret"
      })
  void everythingElseIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> WebhookUrl.parse(url, SLACK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tradewind.slack.webhook-url ")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void aLoopbackAddressMustBeAllowedByNameAndMayThenBeHttp() {
    assertThat(WebhookUrl.parse("http://127.0.0.1:4711/x", Set.of("127.0.0.1")).host())
        .isEqualTo("127.0.0.1");
    assertThat(WebhookUrl.parse("http://localhost:4711/x", Set.of("localhost:4711")).host())
        .isEqualTo("localhost");
    assertThatThrownBy(() -> WebhookUrl.parse("http://localhost:1/x", Set.of("localhost:4711")))
        .hasMessageContaining("allowed-hosts");
    assertThatThrownBy(() -> WebhookUrl.parse("http://10.0.0.1/x", Set.of("10.0.0.1")))
        .hasMessageContaining("https");
  }

  @Test
  void neitherTextNorFingerprintGiveItAway() {
    WebhookUrl url = WebhookUrl.parse("https://hooks.slack.com/services/T0/B0/secret", SLACK);
    assertThat(url.toString()).isEqualTo("https://hooks.slack.com/…");
    assertThat(url.fingerprint()).hasSize(16).doesNotContain("secret");
    assertThat(url.fingerprint())
        .isNotEqualTo(
            WebhookUrl.parse("https://hooks.slack.com/services/T0/B0/other", SLACK).fingerprint());
  }
}
