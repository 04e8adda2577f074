package dev.tradewind.alerts.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which addresses may be called.
 *
 * @param allowed {@code host}, {@code host:port} or {@code *.domain}; by https at public addresses
 * @param internal {@code host} or {@code host:port} that may be private, and http
 * @param property that hosts are allowed by, for people
 */
public record Hosts(Set<String> allowed, Set<String> internal, String property) {
  /** Lower case throughout. */
  public Hosts {
    allowed = lower(allowed);
    internal = lower(internal);
  }

  /** Those of channels that are entered over the API. */
  public static Hosts of(OutboundConfig config) {
    return new Hosts(
        config.allowedHosts().orElse(Set.of()),
        config.privateHosts().orElse(Set.of()),
        "tradewind.notifications.allowed-hosts");
  }

  /**
   * Those of Slack: a loopback address that is named stands for a test of one's own, and may be
   * http.
   */
  public static Hosts ofSlack(Set<String> allowed) {
    return new Hosts(
        allowed,
        allowed.stream().filter(Hosts::loopback).collect(Collectors.toSet()),
        "tradewind.slack.allowed-hosts");
  }

  /**
   * The address, if it may be called.
   *
   * @throws IllegalArgumentException saying what is wrong, without the address
   */
  public Target check(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      // Its message quotes the address.
      throw new IllegalArgumentException("is not a URL");
    }
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw new IllegalArgumentException("is not an absolute URL");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("has a user or a fragment");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    Predicate<Set<String>> named =
        hosts -> hosts.contains(host) || hosts.contains(host + ":" + port(uri));
    boolean internally = named.test(internal);
    if (!internally && !named.test(allowed) && allowed.stream().noneMatch(wild(host))) {
      throw new IllegalArgumentException(
          "is on host '" + host + "', which is not in " + property);
    }
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    if (!secure && !(uri.getScheme().equalsIgnoreCase("http") && internally)) {
      throw new IllegalArgumentException("must be https");
    }
    return new Target(uri, internally);
  }

  private static Predicate<String> wild(String host) {
    return pattern -> pattern.startsWith("*.") && host.endsWith(pattern.substring(1));
  }

  private static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("http") ? 80 : 443;
  }

  private static boolean loopback(String hostAndPort) {
    return hostAndPort.matches("(localhost|\\[::1]|127(\\.\\d{1,3}){3})(:\\d+)?");
  }

  private static Set<String> lower(Set<String> hosts) {
    return hosts.stream()
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
