package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.notification.Group;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links into the gateway for readers of a message. */
final class Links {
  private final String base;

  Links(URI publicUrl) {
    String url = publicUrl.toString();
    this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** One line for the end of a message. */
  String line(Group group) {
    String query = query(group);
    return link("/?" + query, "Dashboard")
        + " · "
        + link("/api/v1/indicators?" + query, "Figures (API)")
        + " · "
        + link("/api/v1/alerts?state=firing", "Alerts (API)");
  }

  /** The dashboard, for what is about no group. */
  String home() {
    return link("/", "Dashboard") + " · " + link("/api/v1/alerts?state=firing", "Alerts (API)");
  }

  private String link(String path, String text) {
    String url =
        (base + path)
            .replace("&", "&amp;")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("|", "%7C");
    return "<" + url + "|" + text + ">";
  }

  private static String query(Group group) {
    return "partner="
        + encoded(group.series().partner())
        + "&period="
        + group.period()
        + "&window="
        + group.series().window().id()
        + "&currency="
        + encoded(group.series().currency())
        + "&sector="
        + encoded(group.series().sector());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
