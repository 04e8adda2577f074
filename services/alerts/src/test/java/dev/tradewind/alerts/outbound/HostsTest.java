package dev.tradewind.alerts.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  private static final Hosts SLACK = Hosts.ofSlack(Set.of("hooks.slack.com"));

  @Test
  void slackByHttpsIsAllowed() {
    Target target = SLACK.check("https://hooks.slack.com/services/T0/B0/secret");
    assertThat(target.request()).isEqualTo("/services/T0/B0/secret");
    assertThat(target.host()).isEqualTo("hooks.slack.com");
    assertThat(target.port()).isEqualTo(443);
    assertThat(target.mayBePrivate()).isFalse();
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
    assertThatThrownBy(() -> SLACK.check(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void aLoopbackAddressMustBeAllowedByNameAndMayThenBeHttp() {
    Target named = Hosts.ofSlack(Set.of("127.0.0.1")).check("http://127.0.0.1:4711/x");
    assertThat(named.host()).isEqualTo("127.0.0.1");
    assertThat(named.mayBePrivate()).isTrue();
    Hosts withPort = Hosts.ofSlack(Set.of("localhost:4711"));
    assertThat(withPort.check("http://localhost:4711/x").port()).isEqualTo(4711);
    assertThatThrownBy(() -> withPort.check("http://localhost:1/x"))
        .hasMessageContaining("allowed-hosts");
    assertThatThrownBy(() -> Hosts.ofSlack(Set.of("10.0.0.1")).check("http://10.0.0.1/x"))
        .hasMessageContaining("https");
  }

  @Test
  void nothingIsAllowedUnlessItIsNamed() {
    Hosts none = new Hosts(Set.of(), Set.of(), "the-property");
    assertThatThrownBy(() -> none.check("https://example.org/"))
        .hasMessage("is on host 'example.org', which is not in the-property");
  }

  @Test
  void aStarStandsForNamesBelowADomainOnly() {
    Hosts hosts = new Hosts(Set.of("*.example.org"), Set.of(), "the-property");
    assertThat(hosts.check("https://a.b.example.org/x").mayBePrivate()).isFalse();
    assertThatThrownBy(() -> hosts.check("https://example.org/")).hasMessageContaining("not in");
    assertThatThrownBy(() -> hosts.check("https://badexample.org/"))
        .hasMessageContaining("not in");
  }

  @Test
  void internalHostsMayBeHttpAndPrivate() {
    Hosts hosts = new Hosts(Set.of(), Set.of("Alertmanager.monitoring:9093"), "the-property");
    Target target = hosts.check("http://alertmanager.monitoring:9093/prefix/");
    assertThat(target.mayBePrivate()).isTrue();
    assertThat(target.resolve("/api/v2/alerts").request()).isEqualTo("/prefix/api/v2/alerts");
    assertThatThrownBy(() -> hosts.check("http://alertmanager.monitoring:9094/"))
        .hasMessageContaining("not in");
  }

  @Test
  void nothingPrintsTheAddress() {
    assertThat(SLACK.check("https://hooks.slack.com/services/T0/B0/secret"))
        .hasToString("https://hooks.slack.com/…");
  }
}
