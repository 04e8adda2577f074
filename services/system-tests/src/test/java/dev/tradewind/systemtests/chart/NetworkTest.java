package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows of the design, and no other. */
class NetworkTest {
  @Test
  void inEvaluationTheReleaseTalksToItselfOnly() {
    Rendered rendered = Chart.example("evaluation");

    assertThat(arrows(rendered))
        .containsExactlyInAnyOrder(
            "anyone -> gateway:http",
            "monitoring -> gateway:management",
            "monitoring -> ingest:management",
            "monitoring -> metrics:management",
            "monitoring -> alerts:management",
            "gateway -> ingest:http",
            "gateway -> metrics:http",
            "gateway -> alerts:http",
            "ingest -> kafka:kafka",
            "metrics -> kafka:kafka",
            "alerts -> kafka:kafka",
            "topics -> kafka:kafka",
            "gateway -> postgresql:postgresql",
            "ingest -> postgresql:postgresql",
            "metrics -> postgresql:postgresql",
            "alerts -> postgresql:postgresql");
    assertThat(departures(rendered))
        .containsExactlyInAnyOrder(
            "gateway -> ingest:8080",
            "gateway -> metrics:8080",
            "gateway -> alerts:8080",
            "ingest -> kafka:9092",
            "metrics -> kafka:9092",
            "alerts -> kafka:9092",
            "topics -> kafka:9092",
            "ingest -> gateway:8080",
            "metrics -> gateway:8080",
            "alerts -> gateway:8080",
            "gateway -> postgresql:5432",
            "ingest -> postgresql:5432",
            "metrics -> postgresql:5432",
            "alerts -> postgresql:5432");
  }

  @Test
  void onlyAlertsReachesSlackAndMailAndOnlyWhereTheyAreConfigured() {
    assertThat(departures(Chart.example("production-scram")))
        .containsExactlyInAnyOrder(
            "gateway -> ingest:8080",
            "gateway -> metrics:8080",
            "gateway -> alerts:8080",
            "ingest -> 10.20.0.0/24:9094",
            "metrics -> 10.20.0.0/24:9094",
            "alerts -> 10.20.0.0/24:9094",
            "topics -> 10.20.0.0/24:9094",
            "ingest -> 10.20.0.0/24:9095",
            "metrics -> 10.20.0.0/24:9095",
            "alerts -> 10.20.0.0/24:9095",
            "topics -> 10.20.0.0/24:9095",
            "ingest -> gateway:8080",
            "metrics -> gateway:8080",
            "alerts -> gateway:8080",
            "gateway -> 198.51.100.0/24:443",
            "gateway -> databases:5432",
            "ingest -> databases:5432",
            "metrics -> databases:5432",
            "alerts -> databases:5432",
            "gateway -> 192.0.2.43/32:443",
            "ingest -> 192.0.2.43/32:443",
            "metrics -> 192.0.2.43/32:443",
            "alerts -> 192.0.2.43/32:443",
            "alerts -> 0.0.0.0/0:443",
            "alerts -> 192.0.2.25/32:587",
            "alerts -> monitoring:9093");
  }

  @Test
  void theWayToTheCollectorIsOpenOnThePortOfItsAddress() {
    for (String address :
        List.of("http://collector:4317", "https://collector:4318/", "http://[2001:db8::1]:4317")) {
      String port = address.contains("4318") ? "4318" : "4317";
      String values = "{\"tracing\": {\"endpoint\": \"%s\"}}".formatted(address);

      assertThat(departures(Chart.example("evaluation", Chart.KUBERNETES, values)))
          .contains("gateway -> anyone:" + port, "metrics -> anyone:" + port);
    }
  }

  @Test
  void whereTheGatewaysCallersAreNamedTheTestIsStillLetIn() {
    assertThat(arrows(Chart.example("production-scram")))
        .contains("ingress-nginx -> gateway:http", "test -> gateway:http", "ingest -> gateway:http")
        .doesNotContain("anyone -> gateway:http");
  }

  @Test
  void everyServerAndServiceHasAPolicyForBothDirections() {
    Rendered rendered = Chart.example("evaluation");

    assertThat(rendered.of("NetworkPolicy").map(p -> p.at("/metadata/name").asText()))
        .containsExactlyInAnyOrder(
            "tw-tradewind-gateway",
            "tw-tradewind-ingest",
            "tw-tradewind-metrics",
            "tw-tradewind-alerts",
            "tw-tradewind-kafka",
            "tw-tradewind-postgresql",
            "tw-tradewind-topics");
    assertThat(rendered.of("NetworkPolicy"))
        .allSatisfy(
            policy ->
                assertThat(policy.at("/spec/policyTypes").toString())
                    .isEqualTo("[\"Ingress\",\"Egress\"]"));
  }

  private static Set<String> arrows(Rendered rendered) {
    Set<String> arrows = new TreeSet<>();
    rendered
        .of("NetworkPolicy")
        .forEach(
            policy ->
                policy
                    .at("/spec/ingress")
                    .forEach(
                        rule ->
                            rule.path("ports")
                                .forEach(
                                    port -> {
                                      String to =
                                          component(policy.at("/spec/podSelector"))
                                              + ":"
                                              + port.path("port").asText();
                                      peers(rule.path("from"), arrows, "%s -> " + to);
                                    })));
    return arrows;
  }

  /** Without name resolution, which every Pod needs. */
  private static Set<String> departures(Rendered rendered) {
    Set<String> arrows = new TreeSet<>();
    rendered
        .of("NetworkPolicy")
        .forEach(
            policy ->
                policy
                    .at("/spec/egress")
                    .forEach(
                        rule ->
                            rule.path("ports")
                                .forEach(
                                    port -> {
                                      if (port.path("port").asInt() != 53) {
                                        peers(
                                            rule.path("to"),
                                            arrows,
                                            component(policy.at("/spec/podSelector"))
                                                + " -> %s:"
                                                + port.path("port").asText());
                                      }
                                    })));
    return arrows;
  }

  private static void peers(JsonNode peers, Set<String> arrows, String arrow) {
    if (peers.isMissingNode()) {
      arrows.add(arrow.formatted("anyone"));
    }
    peers.forEach(
        peer -> {
          String name =
              peer.has("ipBlock")
                  ? peer.at("/ipBlock/cidr").asText()
                  : peer.has("namespaceSelector")
                      ? peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                          .asText()
                      : component(peer.path("podSelector"));
          arrows.add(arrow.formatted(name));
        });
  }

  private static String component(JsonNode selector) {
    return selector.at("/matchLabels/app.kubernetes.io~1component").asText();
  }
}
