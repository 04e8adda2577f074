package dev.tradewind.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.embedded.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServiceProcess service;

  ServiceProcessTest(@TempDir Path directory) throws IOException {
    Path jar = FakeService.jar(directory);
    ServiceLog log = new ServiceLog(directory.resolve("fake.log"));
    service = new ServiceProcess("fake", jar, log, directory, Loopback.freePort(), http);
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  @Test
  void servesWhenItIsReady() throws Exception {
    // When
    service.with("FAKE_WORD", "up").start();
    service.awaitReady(SOON);

    // Then
    assertThat(word()).isEqualTo("up");
    assertThat(service.log().tail(1)).isEqualTo("ready");
  }

  @Test
  void comesBackOnTheSameAddressAfterItWasKilled() throws Exception {
    // Given
    service.start();
    service.awaitReady(SOON);
    URI address = service.managementUrl();

    // When
    service.kill();
    assertThat(service.isRunning()).isFalse();
    service.with("FAKE_WORD", "again").start();
    service.awaitReady(SOON);

    // Then
    assertThat(service.managementUrl()).isEqualTo(address);
    assertThat(word()).isEqualTo("again");
  }

  @Test
  void tellsTheEndOfItsLogWhenItDoesNotStart() {
    // Given
    service.with("FAKE_FAILURE", "no database").start();

    // Then
    assertThatThrownBy(() -> service.awaitReady(SOON))
        .isInstanceOfSatisfying(
            SystemStartException.class,
            e -> {
              assertThat(e).hasMessage("fake ended while it was starting");
              assertThat(e.advice()).contains("cannot start: no database");
            });
  }

  @Test
  void tellsItsEndToWhoeverWaitsForIt() {
    // Given
    service.start();
    service.awaitReady(SOON);
    var ended = service.ended();
    assertThat(ended).isNotDone();

    // When
    service.stop();

    // Then
    assertThat(ended).succeedsWithin(SOON);
  }

  @Test
  void isNotStartedAnyMoreWhenTheSystemStops() {
    service.retire();
    assertThatThrownBy(() -> service.start()).isInstanceOf(SystemStartException.class);
  }

  private String word() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.managementUrl().resolve("/q/health/ready")).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
