package dev.tradewind.alerts.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The address of an incoming webhook. Whoever knows it can write to the channel: it is a secret.
 */
final class WebhookUrl {
  private static final int FINGERPRINT_BYTES = 8;

  private final URI uri;

  private WebhookUrl(URI uri) {
    this.uri = uri;
  }

  /**
   * An address that may be called.
   *
   * @throws IllegalArgumentException naming what is wrong, without the address
   */
  static WebhookUrl parse(String text, Set<String> allowedHosts) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      // Its message quotes the address.
      throw invalid("is not a URL");
    }
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw invalid("is not an absolute URL");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw invalid("has a user or a fragment");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (!allowedHosts.contains(host) && !allowedHosts.contains(host + ":" + uri.getPort())) {
      throw invalid("is on host '" + host + "', which is not in tradewind.slack.allowed-hosts");
    }
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    if (!secure && !(uri.getScheme().equalsIgnoreCase("http") && loopback(host))) {
      throw invalid("must be https");
    }
    return new WebhookUrl(uri);
  }

  /** The address itself: for the call only. */
  String secret() {
    return uri.toString();
  }

  String host() {
    return uri.getHost();
  }

  /** Changes with the address, and tells nothing of it: the address is long and random. */
  String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(uri.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + "/…";
  }

  private static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static IllegalArgumentException invalid(String what) {
    return new IllegalArgumentException("tradewind.slack.webhook-url " + what);
  }
}
