package dev.tradewind.standalone.system;

import dev.tradewind.embedded.Loopback;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to run the system.
 *
 * @param gatewayPort the port for clients
 * @param slackWebhook a real incoming webhook; else a stand-in takes the messages
 * @param replicas how many processes of a service, one unless named; clients are served by all in
 *     turn
 * @param environment more environment variables by service
 */
public record Settings(
    int gatewayPort,
    Optional<URI> slackWebhook,
    Map<Service, Integer> replicas,
    Map<Service, Map<String, String>> environment) {

  /** On a free port, with a stand-in for Slack and one process of each service. */
  public static Settings defaults() {
    return new Settings(Loopback.freePort(), Optional.empty(), Map.of(), Map.of());
  }

  /** With another port for clients. */
  public Settings withGatewayPort(int port) {
    return new Settings(port, slackWebhook, replicas, environment);
  }

  /** With a real Slack. */
  public Settings withSlackWebhook(URI webhook) {
    return new Settings(gatewayPort, Optional.of(webhook), replicas, environment);
  }

  /** Closed to everybody without a key; this secret, of 32 characters or more, makes the first. */
  public Settings closed(String bootstrapSecret) {
    return with(Service.GATEWAY, "TRADEWIND_ACCESS_ANONYMOUS", "none")
        .with(Service.GATEWAY, "TRADEWIND_KEYS_BOOTSTRAP_SECRET", bootstrapSecret);
  }

  /** With several processes of a service that may have them: ingest, metrics or alerts. */
  public Settings withReplicas(Service service, int count) {
    Map<Service, Integer> changed = new EnumMap<>(Service.class);
    changed.putAll(replicas);
    changed.put(service, count);
    return new Settings(gatewayPort, slackWebhook, changed, environment);
  }

  /** How many processes of that service. */
  public int replicas(Service service) {
    return replicas.getOrDefault(service, 1);
  }

  /** With one more environment variable for all processes of a service. */
  public Settings with(Service service, String variable, String value) {
    Map<Service, Map<String, String>> changed = new EnumMap<>(Service.class);
    changed.putAll(environment);
    Map<String, String> variables = new HashMap<>(changed.getOrDefault(service, Map.of()));
    variables.put(variable, value);
    changed.put(service, variables);
    return new Settings(gatewayPort, slackWebhook, replicas, changed);
  }
}
