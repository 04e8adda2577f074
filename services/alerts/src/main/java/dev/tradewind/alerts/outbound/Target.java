package dev.tradewind.alerts.outbound;

import java.net.URI;
import java.util.Locale;

/** An address that may be called. It can be a secret, so nothing prints it. */
public final class Target {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final URI uri;
  private final boolean mayBePrivate;

  Target(URI uri, boolean mayBePrivate) {
    this.uri = uri;
    this.mayBePrivate = mayBePrivate;
  }

  /** The host, lower case; an IPv6 address without its brackets. */
  public String host() {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The same address with a path appended. */
  public Target resolve(String path) {
    String text = uri.toString();
    return new Target(
        URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path),
        mayBePrivate);
  }

  boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : secure() ? HTTPS : HTTP;
  }

  /** Path and query: what is asked for. */
  String request() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  boolean mayBePrivate() {
    return mayBePrivate;
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + "/…";
  }
}
