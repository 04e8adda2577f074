package dev.tradewind.standalone;

import dev.tradewind.standalone.client.IndicatorPage;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where to go from here. */
final class Addresses {
  private Addresses() {}

  /** Who gets in, said wherever the addresses are. */
  static List<String> access(Optional<String> key) {
    return key.map(
            made ->
                List.of(
                    "Access        closed: every request needs a key. This run's, with all rights:",
                    "              curl -H 'Authorization: Bearer " + made + "' …"))
        .orElse(
            List.of(
                "Access        OPEN to everybody on this machine, and to nobody else: the gateway",
                "              listens to loopback names only. --closed asks for a key instead."));
  }

  static List<String> lines(URI gateway, IndicatorPage page) {
    String base = "http://localhost:" + gateway.getPort();
    String query =
        "partner=USA&window=ytd" + (page.period() == null ? "" : "&period=" + page.period());
    return List.of(
        "Dashboard     " + base + "/",
        "API           " + base + "/openapi/ui",
        "Ask it        curl '" + base + "/api/v1/rankings?" + query + "&by=yoy'",
        "              curl -H 'Accept: text/csv' '" + base + "/api/v1/indicators?" + query + "'",
        "              curl '" + base + "/api/v1/alerts?state=firing'",
        "Feed it       curl --data-binary @export.csv '"
            + base
            + "/api/v1/submissions?name=export.csv'");
  }
}
