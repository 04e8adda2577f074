package dev.tradewind.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.slack.SlackRequest;
import dev.tradewind.standalone.client.TradewindClient;
import dev.tradewind.standalone.report.SlackText;
import dev.tradewind.standalone.system.ConsumerProgress;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.SystemStartException;
import dev.tradewind.standalone.system.Tradewind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** What Slack hears of the submission, or that it hears nothing. */
final class SlackNews {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Tradewind system;
  private final TradewindClient client;
  private final Console console;

  SlackNews(Tradewind system, TradewindClient client, Console console) {
    this.system = system;
    this.client = client;
    this.console = console;
  }

  /** Waits until alerts has judged all that metrics sent, and every message is delivered or not. */
  void await() {
    console.say("Waiting for the alerts …");
    try (ConsumerProgress progress = new ConsumerProgress(system.kafka().bootstrapServers())) {
      until(
          "has not dealt with all indicators",
          () -> progress.caughtUp(Service.ALERTS, Topics.INDICATORS));
    }
    until("has not delivered its message to Slack", () -> count("pending") == 0);
  }

  /** The message as its reader sees it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<SlackRequest> posted = system.slack().map(stub -> stub.posted()).orElse(List.of());
    JsonNode notifications = client.notifications();
    if (!posted.isEmpty()) {
      lines.add("Slack would read (a stand-in took the message; --slack=URL sends it):");
      posted.forEach(message -> lines.addAll(SlackText.lines(message.payload())));
    } else if (count("failed") > 0) {
      lines.add("Slack did not take the message: " + lastError(notifications));
    } else if (count("sent") > 0) {
      lines.add("Slack has read:");
      lines.addAll(SlackText.lines(newestSent(notifications)));
    } else {
      int firing = client.alerts(Map.of("state", "firing")).size();
      lines.add("Nothing for Slack: " + firing + " alerts are firing.");
    }
    return lines;
  }

  void failIfUndelivered() {
    if (count("failed") > 0) {
      throw new SystemStartException(
          "Slack did not take the message", lastError(client.notifications()));
    }
  }

  private long count(String state) {
    return StreamSupport.stream(client.notifications().spliterator(), false)
        .filter(notification -> notification.path("state").asText().equals(state))
        .count();
  }

  private static JsonNode newestSent(JsonNode notifications) {
    for (JsonNode notification : notifications) {
      if (notification.path("state").asText().equals("sent")) {
        return notification.path("payload");
      }
    }
    return notifications.path("payload");
  }

  private static String lastError(JsonNode notifications) {
    for (JsonNode notification : notifications) {
      if (notification.path("state").asText().equals("failed")) {
        return notification.path("lastError").asText();
      }
    }
    return "no error is recorded";
  }

  private void until(String otherwise, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw system
            .service(Service.ALERTS)
            .failure(otherwise + " after " + PATIENCE.toSeconds() + " s");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SystemStartException("interrupted", "The system is stopping.");
      }
    }
  }
}
