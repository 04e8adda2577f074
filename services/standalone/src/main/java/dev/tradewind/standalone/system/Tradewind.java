package dev.tradewind.standalone.system;

import static java.util.stream.Collectors.joining;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.embedded.Loopback;
import dev.tradewind.embedded.slack.SlackStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole system on this machine: Kafka in this JVM, PostgreSQL and the packaged services as
 * processes, all on loopback. Closing it leaves nothing running.
 */
public final class Tradewind implements AutoCloseable {
  private static final Map<String, Integer> PARTITIONS =
      Map.of(Topics.EXPORTS, 3, Topics.SUBMISSIONS, 2, Topics.INDICATORS, 2);

  private static final Duration READY = Duration.ofMinutes(3);

  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;
  private final Optional<SlackStub> slack;
  private final List<ServiceProcess> ingest = new ArrayList<>();
  private final List<ServiceProcess> metrics = new ArrayList<>();
  private final List<ServiceProcess> alerts = new ArrayList<>();
  private final List<ServiceProcess> gateway = new ArrayList<>();
  private volatile boolean closing;

  /**
   * A system that is not started yet.
   *
   * @param installation what to run
   * @param workspace where to keep data and logs
   * @param settings how to run it
   */
  public Tradewind(Installation installation, Workspace workspace, Settings settings) {
    kafka = EmbeddedKafka.at(workspace.directory("kafka"));
    postgres = EmbeddedPostgres.at(workspace.directory("postgres"));
    if (workspace.isTemporary()) {
      postgres.withoutPowerSafety();
    }
    slack = settings.slackWebhook().isPresent() ? Optional.empty() : Optional.of(SlackStub.start());
    Path logs = workspace.directory("logs");
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    for (Service service : Service.values()) {
      int replicas = settings.replicas(service);
      for (int replica = 1; replica <= replicas; replica++) {
        String name = replicas == 1 ? service.id() : service.id() + "-" + replica;
        int port = service == Service.GATEWAY ? settings.gatewayPort() : Loopback.freePort();
        Path temporary = workspace.directory("tmp/" + name);
        ServiceLog log = new ServiceLog(logs.resolve(name + ".log"));
        replicas(service)
            .add(
                new ServiceProcess(name, installation.runner(service), log, temporary, port, http));
      }
    }
    configure(settings);
  }

  /** Starts everything and returns when all services are ready. */
  public Tradewind start(Progress progress) {
    step(progress, "Starting Kafka", kafka::start);
    step(progress, "Starting PostgreSQL", this::startDatabase);
    step(progress, "Creating the topics", () -> kafka.createTopics(PARTITIONS));
    step(progress, "Starting the services", this::startServices);
    return this;
  }

  /** The address for clients. */
  public URI url() {
    return gateway.get(0).url();
  }

  /** The broker, for tests that stop it. */
  public EmbeddedKafka kafka() {
    return kafka;
  }

  /** The database server, for tests that stop it or look into it. */
  public EmbeddedPostgres postgres() {
    return postgres;
  }

  /** The stand-in for Slack; none if the system posts to a real webhook. */
  public Optional<SlackStub> slack() {
    return slack;
  }

  /** The only or first process of a service. */
  public ServiceProcess service(Service service) {
    return replicas(service).get(0);
  }

  /** All processes of a service. */
  public List<ServiceProcess> replicas(Service service) {
    return switch (service) {
      case INGEST -> ingest;
      case METRICS -> metrics;
      case ALERTS -> alerts;
      case GATEWAY -> gateway;
    };
  }

  /** All processes of all services. */
  public List<ServiceProcess> processes() {
    List<ServiceProcess> all = new ArrayList<>();
    for (Service service : Service.values()) {
      all.addAll(replicas(service));
    }
    return all;
  }

  /** Stops the services, then what they stand on. Safe to call at any time, by any thread. */
  @Override
  public void close() {
    closing = true;
    List<RuntimeException> failures = new ArrayList<>();
    List<ServiceProcess> processes = processes();
    processes.forEach(ServiceProcess::retire);
    processes.forEach(ServiceProcess::terminate);
    processes.forEach(process -> attempt(process::stop, failures));
    attempt(kafka::close, failures);
    attempt(postgres::close, failures);
    slack.ifPresent(SlackStub::close);
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private void startDatabase() {
    postgres.start();
    postgres.createDatabases(Service.databases());
  }

  private void startServices() {
    List<ServiceProcess> processes = processes();
    processes.forEach(ServiceProcess::start);
    processes.forEach(process -> process.awaitReady(READY));
  }

  private void step(Progress progress, String what, Runnable work) {
    if (closing) {
      throw new SystemStartException("stopped while starting", "Start it again.");
    }
    progress.step(what, work);
  }

  private void configure(Settings settings) {
    for (Service service : Service.values()) {
      for (ServiceProcess process : replicas(service)) {
        // The services know the gateway's tokens and nobody else; the gateway is open to this
        // machine.
        process.with(
            "TRADEWIND_ACCESS_ANONYMOUS", service == Service.GATEWAY ? "loopback" : "none");
        process.with("TRADEWIND_ACCESS_TOKEN_KEYS", url() + "/.well-known/jwks.json");
        process.with("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        process.with("TRADEWIND_DB_HOST", postgres.host());
        process.with("TRADEWIND_DB_PORT", String.valueOf(postgres.port()));
        process.with("TRADEWIND_DB_NAME", service.id());
        process.with("TRADEWIND_DB_USER", EmbeddedPostgres.USER);
        process.with("TRADEWIND_DB_PASSWORD", EmbeddedPostgres.PASSWORD);
      }
    }
    gateway.get(0).with("TRADEWIND_UPSTREAM_INGEST", addresses(ingest));
    gateway.get(0).with("TRADEWIND_UPSTREAM_METRICS", addresses(metrics));
    gateway.get(0).with("TRADEWIND_UPSTREAM_ALERTS", addresses(alerts));
    URI webhook = settings.slackWebhook().orElseGet(() -> slack.orElseThrow().webhookUrl());
    for (ServiceProcess process : alerts) {
      process.with("TRADEWIND_PUBLIC_URL", "http://localhost:" + settings.gatewayPort());
      process.with("TRADEWIND_SLACK_WEBHOOK_URL", webhook.toString());
      if (slack.isPresent()) {
        process.with("TRADEWIND_SLACK_ALLOWED_HOSTS", Loopback.HOST + ",localhost");
      }
    }
    settings
        .environment()
        .forEach(
            (service, variables) ->
                replicas(service).forEach(process -> variables.forEach(process::with)));
  }

  private static String addresses(List<ServiceProcess> replicas) {
    return replicas.stream().map(replica -> replica.url().toString()).collect(joining(","));
  }

  private static void attempt(Runnable stop, List<RuntimeException> failures) {
    try {
      stop.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }
}
