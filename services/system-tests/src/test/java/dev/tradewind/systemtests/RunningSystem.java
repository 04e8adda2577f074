package dev.tradewind.systemtests;

import dev.tradewind.embedded.slack.SlackStub;
import dev.tradewind.standalone.system.Installation;
import dev.tradewind.standalone.system.Progress;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.ServiceProcess;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.standalone.system.Tradewind;
import dev.tradewind.standalone.system.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The packaged system in a directory of its own below {@code target/systems}, where its logs stay.
 */
final class RunningSystem implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(90);

  /** A broker says much at INFO; held here, since loggers that nobody holds lose their level. */
  private static final List<Logger> TALKATIVE =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky")
          .map(Logger::getLogger)
          .toList();

  private final Workspace workspace;
  private final Tradewind tradewind;
  private final Api api;

  private RunningSystem(Workspace workspace, Tradewind tradewind) {
    this.workspace = workspace;
    this.tradewind = tradewind;
    this.api = new Api(tradewind.url());
  }

  static RunningSystem start(String name) {
    return start(name, Settings.defaults());
  }

  static RunningSystem start(String name, Settings settings) {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
    Workspace workspace = Workspace.lasting(directory(name));
    Installation installation =
        new Installation(Path.of(System.getProperty("tradewind.installation", "")));
    Tradewind tradewind = new Tradewind(installation, workspace, quick(settings));
    try {
      tradewind.start(Progress.SILENT);
      return new RunningSystem(workspace, tradewind);
    } catch (RuntimeException e) {
      tradewind.close();
      workspace.close();
      throw e;
    }
  }

  Api api() {
    return api;
  }

  Tradewind parts() {
    return tradewind;
  }

  SlackStub slack() {
    return tradewind.slack().orElseThrow();
  }

  DataSource database(Service service) {
    return tradewind.postgres().dataSource(service.id());
  }

  /** Kill -9 of every replica: nothing in them can react. */
  void kill(Service service) {
    tradewind.replicas(service).forEach(ServiceProcess::kill);
  }

  /** Starts what was killed and waits until it serves. */
  void restart(Service service) {
    List<ServiceProcess> processes =
        tradewind.replicas(service).stream().filter(process -> !process.isRunning()).toList();
    processes.forEach(ServiceProcess::start);
    processes.forEach(process -> process.awaitReady(READY));
  }

  @Override
  public void close() {
    tradewind.close();
    workspace.close();
  }

  /**
   * Processes that live for a minute are not worth the second compiler; and Kafka waits less for
   * the killed ones before it gives their partitions away.
   */
  private static Settings quick(Settings settings) {
    Settings quick = settings;
    for (Service service : Service.values()) {
      quick =
          quick
              .with(service, "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
              .with(service, "KAFKA_SESSION_TIMEOUT_MS", "6000");
    }
    return quick;
  }

  private static Path directory(String name) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "systems"));
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
