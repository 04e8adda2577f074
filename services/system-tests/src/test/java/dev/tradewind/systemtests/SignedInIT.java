package dev.tradewind.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.embedded.Loopback;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person opens the page of a closed system, signs in at the provider, and signs out again. */
class SignedInIT {
  private static final Path PROVIDER =
      Path.of("..", "testing-oidc", "target", "provider", "provider.jar");

  private static Process provider;
  private static RunningSystem system;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Chromium.isHere() || System.getenv("CI") != null,
        "no browser: name one in tradewind.chromium");
    int port = Loopback.freePort();
    String issuer = "http://127.0.0.1:" + port;
    provider =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-jar",
                PROVIDER.toString(),
                String.valueOf(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = provider.inputReader(UTF_8);
    assertThat(out.lines().anyMatch("ready"::equals)).as("the provider is ready").isTrue();
    system =
        RunningSystem.start(
            "signed-in",
            Settings.defaults()
                .closed("the-bootstrap-secret-of-a-new-installation")
                .with(Service.GATEWAY, "TRADEWIND_OIDC_ENABLED", "true")
                .with(Service.GATEWAY, "TRADEWIND_OIDC_ISSUER", issuer)
                .with(Service.GATEWAY, "TRADEWIND_OIDC_ROLES_CLAIM", "groups")
                .with(Service.GATEWAY, "TRADEWIND_OIDC_ROLES_VIEWER", "analysts")
                .with(Service.GATEWAY, "TRADEWIND_OIDC_ROLES_OPERATOR", "trade-admins")
                .with(Service.GATEWAY, "TRADEWIND_OIDC_LOGIN_ENABLED", "true")
                .with(
                    Service.GATEWAY,
                    "TRADEWIND_OIDC_LOGIN_CLIENT_SECRET",
                    "secret-of-tradewind-dashboard-0123456789abcdef")
                .with(
                    Service.GATEWAY,
                    "TRADEWIND_OIDC_LOGIN_COOKIE_SECRET",
                    "a-cookie-secret-of-32-characters-or-more"));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
    if (provider != null) {
      provider.destroy();
    }
  }

  @Test
  void thePageSaysWhoIsSignedInAndLetsThemOut() {
    try (Browser browser = Browser.open(system.api().gateway().resolve("/"))) {
      browser.awaitText("form", "Sign in");
      browser.run(
          "document.querySelector('[name=username]').value = 'ann';"
              + "document.querySelector('[name=password]').value = 'ann';"
              + "document.querySelector('form').submit()");

      browser.awaitText("#account", "ann");
      assertThat(browser.text("#account")).contains("viewer", "Sign out");
      assertThat(browser.run("location.pathname").asText()).isEqualTo("/");
      browser.picture("signed-in", "#account");

      browser.click("#sign-out");
      // The provider still knows the person and leads back, so what was signed out is a session.
      browser.awaitText("#account", "ann");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
