package dev.tradewind.standalone;

import dev.tradewind.standalone.client.IndicatorPage;
import dev.tradewind.standalone.client.TradewindClient;
import dev.tradewind.standalone.model.ModelledData;
import dev.tradewind.standalone.report.IndicatorTable;
import dev.tradewind.standalone.system.Installation;
import dev.tradewind.standalone.system.ServiceProcess;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.standalone.system.SystemStartException;
import dev.tradewind.standalone.system.Tradewind;
import dev.tradewind.standalone.system.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One run from start to stop. */
final class Demo {
  private final Options options;
  private final Console console;
  private final Installation installation;

  Demo(Options options, Console console, Installation installation) {
    this.options = options;
    this.console = console;
    this.installation = installation;
  }

  /** The exit code. */
  int run() {
    // What can be wrong with the command line is told before anything starts.
    List<Path> named =
        options.files().map(files -> InputFiles.find(files, Path.of(""))).orElse(List.of());
    installation.verify();
    console.say("Checking memory and ports …");
    MachineCheck.memory();
    Optional<String> bootstrap =
        options.closed() ? Optional.of(BootstrapSecret.random()) : Optional.empty();
    Settings open = settings();
    Settings settings = bootstrap.map(open::closed).orElse(open);
    Workspace workspace = options.data().map(Workspace::lasting).orElseGet(Workspace::temporary);
    BrokerLog.into(workspace.directory("logs"));
    Tradewind system = new Tradewind(installation, workspace, settings);
    Stopping stopping = Stopping.atEndOf(system, workspace, console);
    if (options.maven().isPresent()) {
      stopping.withParent();
    }
    try {
      system.start(console);
      Optional<String> key = bootstrap.map(secret -> firstKey(system, secret));
      feed(system, named, workspace, key);
      if (!options.exit()) {
        serve(system);
      }
      return 0;
    } catch (RuntimeException e) {
      if (stopping.begun()) {
        // Stopped by the user in the middle of something: that is no failure.
        return 0;
      }
      console.show("The logs are kept in " + workspace.keep().resolve("logs"));
      throw e;
    }
  }

  private Settings settings() {
    int port = MachineCheck.gatewayPort(options);
    if (options.port().isEmpty() && port != Options.DEFAULT_PORT) {
      console.say("Port " + Options.DEFAULT_PORT + " is in use; taking " + port + " instead.");
    }
    Settings settings = Settings.defaults().withGatewayPort(port);
    return options.slack().map(settings::withSlackWebhook).orElse(settings);
  }

  /** As an operator does after an installation. */
  private static String firstKey(Tradewind system, String bootstrap) {
    return new TradewindClient(system.url(), Optional.of(bootstrap)).createKey("demo", "operator");
  }

  private void feed(Tradewind system, List<Path> named, Workspace workspace, Optional<String> key) {
    TradewindClient client = new TradewindClient(system.url(), key);
    Submitting submitting = new Submitting(client, console);
    if (named.isEmpty()) {
      submitting.submit(modelled(workspace), Map.of("label", ModelledData.LABEL));
    } else {
      submitting.submit(named, Map.of());
    }
    SlackNews news = new SlackNews(system, client, console);
    news.await();
    IndicatorPage page = client.indicators(query());
    if (page.items().isEmpty()) {
      throw new SystemStartException(
          "there is nothing to show: " + page.reason(), "Choose a period that the files cover.");
    }
    console.show(IndicatorTable.lines(page));
    console.show(news.lines());
    console.show(Addresses.lines(system.url(), page));
    console.show(Addresses.access(key));
    news.failIfUndelivered();
  }

  private List<Path> modelled(Workspace workspace) {
    console.say("Generating the modelled data set (not official statistics) …");
    try {
      return ModelledData.writeTo(workspace.directory("modelled"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the modelled data", e);
    }
  }

  private Map<String, String> query() {
    Map<String, String> query = new HashMap<>(Map.of("partner", "USA", "window", "ytd"));
    options.period().ifPresent(period -> query.put("period", period.toString()));
    return query;
  }

  /** Returns never, or fails when a service does. */
  private void serve(Tradewind system) {
    console.show("Serving until you press Ctrl-C.");
    CompletableFuture<?>[] ends =
        system.processes().stream().map(ServiceProcess::ended).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.anyOf(ends).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("cannot watch the services", e);
    }
    for (ServiceProcess process : system.processes()) {
      if (!process.isRunning()) {
        throw process.failure("has ended");
      }
    }
  }
}
