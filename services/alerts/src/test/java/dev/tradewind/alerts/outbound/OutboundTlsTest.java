package dev.tradewind.alerts.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that was checked is called, but TLS is that of the name. */
class OutboundTlsTest {
  private static final String NAME = "hook.example.org";
  private static final String OTHER = "other.example.org";
  private static final String PASSWORD = "changeit";
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @TempDir static Path directory;
  private static Vertx vertx;

  /** Certified as {@link #NAME}. */
  private static int right;

  /** Certified as {@link #OTHER} and as the loopback address that it is at. */
  private static int wrong;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    certify("right", "dns:" + NAME);
    certify("wrong", "dns:" + OTHER + ",ip:127.0.0.1");
    right = serve("right");
    wrong = serve("wrong");
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void theNameIsAskedForInTlsAndInTheRequestThoughAnAddressIsCalled() {
    assertThat(post(NAME, right, "right").status()).isEqualTo(200);
    assertThat(SEEN).containsExactly(NAME + " " + NAME + ":" + right + " /hook?a=b");
  }

  @Test
  void aCertificateOfAnotherNameIsRefusedEvenIfItIsThatOfTheAddress() {
    assertThatThrownBy(() -> post(NAME, wrong, "wrong"))
        .hasCauseInstanceOf(SSLHandshakeException.class)
        .hasRootCauseInstanceOf(CertificateException.class)
        .rootCause()
        .hasMessageContaining(NAME);
    assertThat(SEEN).isEmpty();
    // It is only the name: the right one is served.
    assertThat(post(OTHER, wrong, "wrong").status()).isEqualTo(200);
  }

  @Test
  void aConnectionOfOneNameDoesNotServeAnotherAtTheSameAddress() {
    Outbound outbound = outbound("right");
    try {
      assertThat(post(outbound, NAME, right).status()).isEqualTo(200);
      assertThatThrownBy(() -> post(outbound, OTHER, right))
          .hasCauseInstanceOf(SSLHandshakeException.class);
      assertThat(SEEN).hasSize(1);
    } finally {
      outbound.close();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    Outbound outbound = new Outbound(vertx, Duration.ofSeconds(5), OutboundTlsTest::loopback);
    try {
      assertThatThrownBy(() -> post(outbound, NAME, right))
          .hasCauseInstanceOf(SSLHandshakeException.class);
      assertThat(SEEN).isEmpty();
    } finally {
      outbound.close();
    }
  }

  private static Answer post(String host, int port, String trusted) {
    Outbound outbound = outbound(trusted);
    try {
      return post(outbound, host, port);
    } finally {
      outbound.close();
    }
  }

  private static Answer post(Outbound outbound, String host, int port) {
    Target target =
        new Hosts(Set.of(), Set.of(host), "property")
            .check("https://" + host + ":" + port + "/hook?a=b");
    return outbound
        .post(target, Map.of(), "{}".getBytes(StandardCharsets.UTF_8))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  /** As the service's own, but that it trusts a certificate of the test. */
  private static Outbound outbound(String trusted) {
    Duration timeout = Duration.ofSeconds(5);
    return new Outbound(
        vertx,
        timeout,
        OutboundTlsTest::loopback,
        Outbound.options(timeout).setTrustOptions(store(trusted)));
  }

  private static List<InetAddress> loopback(String host) {
    return List.of(InetAddress.getLoopbackAddress());
  }

  private static int serve(String certificate) {
    HttpServer server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setSsl(true)
                .setSni(true)
                .setKeyCertOptions(store(certificate)));
    return server
        .requestHandler(
            request -> {
              SEEN.add(
                  request.connection().indicatedServerName()
                      + " "
                      + request.getHeader("Host")
                      + " "
                      + request.uri());
              request.response().end("ok");
            })
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private static PfxOptions store(String name) {
    return new PfxOptions()
        .setPath(directory.resolve(name + ".p12").toString())
        .setPassword(PASSWORD);
  }

  /** A key and a certificate that it signs itself. */
  private static void certify(String name, String names) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                directory.resolve(name + ".p12").toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
  }
}
