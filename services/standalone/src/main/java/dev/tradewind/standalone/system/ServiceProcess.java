package dev.tradewind.standalone.system;

import dev.tradewind.embedded.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One packaged service as a process of its own, on ports that it keeps over restarts. Its settings
 * go through the environment, which other users of the machine cannot read as they can a command
 * line.
 */
public final class ServiceProcess {
  /** After this a process that was asked to stop is killed. */
  private static final Duration STOP = Duration.ofSeconds(15);

  private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");

  private final String name;
  private final Path runner;
  private final ServiceLog log;
  private final Path temporary;
  private final int port;
  private final int managementPort = Loopback.freePort();
  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private final HttpClient http;
  private @Nullable Process process;
  private boolean retired;

  ServiceProcess(
      String name, Path runner, ServiceLog log, Path temporary, int port, HttpClient http) {
    this.name = name;
    this.runner = runner;
    this.log = log;
    this.temporary = temporary;
    this.port = port;
    this.http = http;
    with("QUARKUS_HTTP_HOST", Loopback.HOST);
    with("QUARKUS_HTTP_PORT", String.valueOf(port));
    with("QUARKUS_MANAGEMENT_HOST", Loopback.HOST);
    with("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
    // The logs of a machine that somebody sits at are read by people.
    with("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    with("TRADEWIND_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
  }

  /** Which service, and which replica of it if there are several. */
  public String name() {
    return name;
  }

  /** The address of its API. */
  public URI url() {
    return URI.create("http://" + Loopback.HOST + ":" + port);
  }

  /** The address of its health and metrics. */
  public URI managementUrl() {
    return URI.create("http://" + Loopback.HOST + ":" + managementPort);
  }

  /** What it wrote. */
  public ServiceLog log() {
    return log;
  }

  /** Sets an environment variable for the next start. */
  public ServiceProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Removes an environment variable for the next start. */
  public ServiceProcess without(String variable) {
    environment.remove(variable);
    return this;
  }

  /** Starts the process; {@link #awaitReady} tells when it serves. */
  public synchronized void start() {
    if (retired) {
      throw new SystemStartException(name + " is not started any more", "The system is stopping.");
    }
    if (isRunning()) {
      throw new IllegalStateException(name + " runs already");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    // Other users of this machine may own directories of the same names in the common one.
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-jar", runner.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.file().toFile()));
    // Settings meant for other programs on this machine are not for ours.
    builder.environment().keySet().removeIf(ServiceProcess::isForeignSetting);
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Waits until the service says that it is ready; fails at once if its process ends. */
  public void awaitReady(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    String last = "no answer";
    while (System.nanoTime() < deadline) {
      if (!isRunning()) {
        throw failure("ended while it was starting");
      }
      try {
        HttpResponse<String> answer = get(managementUrl().resolve("/q/health/ready"));
        if (answer.statusCode() == 200) {
          return;
        }
        last = answer.body();
      } catch (IOException e) {
        last = "no answer";
      }
      pause();
    }
    throw failure("was not ready after " + atMost.toSeconds() + " s: " + last);
  }

  /** Whether the process is alive. */
  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Completes when the process of the last start has ended, for whatever reason. */
  public synchronized CompletableFuture<ProcessHandle> ended() {
    return process == null ? new CompletableFuture<>() : process.toHandle().onExit();
  }

  /** Asks the process to end, as an orchestrator would; does not wait. */
  public synchronized void terminate() {
    if (process != null) {
      process.destroy();
    }
  }

  /** Asks the process to end and waits; kills it if it takes too long. */
  public void stop() {
    Process stopping = current();
    if (stopping == null) {
      return;
    }
    stopping.destroy();
    if (!waitFor(stopping, STOP)) {
      kill();
    }
  }

  /** Kills the process at once: nothing in it can react. */
  public void kill() {
    Process killed = current();
    if (killed != null) {
      killed.destroyForcibly();
      waitFor(killed, STOP);
    }
  }

  /** From now on nobody can start it: the system is stopping. */
  synchronized void retire() {
    retired = true;
  }

  /** What to tell when this service has let the system down, with the end of its log. */
  public SystemStartException failure(String what) {
    return new SystemStartException(
        name + " " + what, "The end of " + log.file() + ":\n" + log.tail(25));
  }

  private synchronized @Nullable Process current() {
    return process;
  }

  private HttpResponse<String> get(URI address) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).GET().build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SystemStartException("interrupted", "The system is stopping.");
    }
  }

  private static boolean isForeignSetting(String variable) {
    return variable.startsWith("QUARKUS_")
        || variable.startsWith("TRADEWIND_")
        || variable.startsWith("KAFKA_");
  }

  private static boolean waitFor(Process process, Duration atMost) {
    try {
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SystemStartException("interrupted", "The system is stopping.");
    }
  }
}
