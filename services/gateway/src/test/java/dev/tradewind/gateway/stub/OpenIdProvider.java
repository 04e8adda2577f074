package dev.tradewind.gateway.stub;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A real OpenID provider as a process of its own, and a gateway that is closed to all but its
 * people and programs, keys, and a bootstrap secret. Tests get it into a field of this type.
 */
public class OpenIdProvider implements QuarkusTestResourceLifecycleManager {
  /** What makes the first key. */
  public static final String BOOTSTRAP = "the-bootstrap-secret-of-the-tests-0123456789";

  private static final Path JAR =
      Path.of("..", "testing-oidc", "target", "provider", "provider.jar");

  private Process process;
  private String address;

  @Override
  public Map<String, String> start() {
    int port = freePort();
    address = "http://127.0.0.1:" + port;
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx128m",
                  "-jar",
                  JAR.toString(),
                  String.valueOf(port))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>(new StubAddresses().start());
    settings.put("tradewind.access.anonymous", "none");
    settings.put("tradewind.gateway.limit.requests", "1000000");
    settings.put("tradewind.gateway.limit.strangers", "3000");
    settings.put("tradewind.keys.bootstrap.secret", BOOTSTRAP);
    settings.put("tradewind.keys.cache", "0S");
    settings.put("tradewind.audit.refused-per-minute", "1000000");
    settings.put("tradewind.oidc.enabled", "true");
    settings.put("tradewind.oidc.issuer", address);
    settings.put("tradewind.oidc.roles-claim", "groups");
    settings.put("tradewind.oidc.roles.viewer", "analysts,interns");
    settings.put("tradewind.oidc.roles.submitter", "customs-desk");
    settings.put("tradewind.oidc.roles.operator", "trade-admins");
    settings.put("tradewind.oidc.login.enabled", "true");
    settings.put("tradewind.oidc.login.client-secret", secretOf("tradewind-dashboard"));
    settings.put("tradewind.oidc.login.cookie-secret", "a-cookie-secret-of-32-characters-or-more");
    return settings;
  }

  /** Where it is. */
  public String address() {
    return address;
  }

  /** The secret of a client. */
  public static String secretOf(String client) {
    return "secret-of-" + client + "-0123456789abcdef";
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(OpenIdProvider.class));
  }

  /** It ends with its standard input. */
  @Override
  public void stop() {
    if (process != null) {
      process.destroy();
    }
  }

  private void awaitReady() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      if (line == null) {
        throw new IllegalStateException(
            "the provider did not start; is testing-oidc packaged? It said: " + said);
      }
      said.append(line).append('\n');
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
