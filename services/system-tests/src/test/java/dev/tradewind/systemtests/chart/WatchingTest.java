package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts, runbooks and dashboards speak of metrics that exist and of each other. */
class WatchingTest {
  /** Series of ours in an expression. */
  private static final Pattern SERIES = Pattern.compile("\\btradewind_[a-z_]+");

  /** What Prometheus' naming adds to a meter's name. */
  private static final Pattern ADDED =
      Pattern.compile("(_seconds)?(_total|_count|_sum|_max|_bucket|_seconds)?$");

  @Test
  void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
    Set<String> alerts =
        rules()
            .map(rule -> rule.path("alert").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(Chart.SOURCE.resolve("runbooks"))) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(alerts);
    }
    assertThat(rules())
        .allSatisfy(
            rule ->
                assertThat(rule.at("/annotations/runbook_url").asText())
                    .endsWith("/runbooks/" + rule.path("alert").asText() + ".md"))
        .allSatisfy(
            rule -> assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning"));
  }

  @Test
  void everyRunbookSaysWhatItMeansAndWhatToDo() {
    assertThat(rules().map(rule -> rule.path("alert").asText()))
        .allSatisfy(
            alert ->
                assertThat(Chart.file("runbooks/" + alert + ".md"))
                    .startsWith("# " + alert + "\n")
                    .contains("**Meaning.**", "**Impact.**", "**Find out.**", "**Put right.**"));
  }

  @Test
  void everySeriesIsOneThatAServiceMakes() throws IOException {
    Set<String> meters = meters();

    for (String series : named(rules().map(rule -> rule.path("expr").asText()))) {
      assertThat(meters).as("an alert's series").contains(meter(series));
    }
    for (String series : named(dashboards().map(JsonNode::toString))) {
      assertThat(meters).as("a dashboard's series").contains(meter(series));
    }
  }

  @Test
  void anAlertCanBeLeftOut() {
    assertThat(
            Chart.example("production-scram")
                .one("PrometheusRule", "tw-tradewind")
                .findValuesAsText("alert"))
        .isNotEmpty()
        .doesNotContain("TradewindMemoryShort");
  }

  @Test
  void dashboardsAreWhatGrafanaLoads() {
    assertThat(dashboards())
        .isNotEmpty()
        .allSatisfy(
            dashboard -> {
              assertThat(dashboard.path("title").asText()).isNotBlank();
              assertThat(dashboard.path("uid").asText()).isNotBlank();
              assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
              assertThat(dashboard.findValuesAsText("expr"))
                  .isNotEmpty()
                  .allSatisfy(WatchingTest::isBalanced);
            });
    assertThat(rules().map(rule -> rule.path("expr").asText()))
        .allSatisfy(WatchingTest::isBalanced);
  }

  @Test
  void whatIsScrapedIsTheManagementPortsPath() {
    JsonNode endpoint =
        Chart.example("production-mtls")
            .one("ServiceMonitor", "tw-tradewind")
            .at("/spec/endpoints/0");

    assertThat(endpoint.path("port").asText()).isEqualTo("management");
    assertThat(endpoint.path("path").asText()).isEqualTo("/q/metrics");
  }

  private static Stream<JsonNode> rules() {
    return Rendered.stream(
        Chart.example("production-mtls")
            .one("PrometheusRule", "tw-tradewind")
            .at("/spec/groups/0/rules"));
  }

  private static Stream<JsonNode> dashboards() {
    return Chart.example("production-scram")
        .of("ConfigMap")
        .filter(map -> map.at("/metadata/labels/grafana_dashboard").asText().equals("1"))
        .flatMap(map -> Rendered.stream(map.path("data")))
        .map(text -> Chart.yaml(text.asText()));
  }

  private static Set<String> named(Stream<String> expressions) {
    return expressions
        .flatMap(e -> SERIES.matcher(e).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Meters stand in the classes by their names, as in "tradewind.consumer.lag". */
  private static Set<String> meters() throws IOException {
    Set<String> meters = new TreeSet<>();
    for (String service : List.of("ingest", "metrics", "alerts")) {
      try (Stream<Path> files = Files.walk(Path.of("..", service, "target", "classes"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          Pattern.compile("tradewind\\.[a-z.]*[a-z]")
              .matcher(text)
              .results()
              .forEach(m -> meters.add(m.group().replace('.', '_')));
        }
      }
    }
    return meters;
  }

  private static String meter(String series) {
    return ADDED.matcher(series).replaceFirst("");
  }

  private static void isBalanced(String expression) {
    for (String pair : List.of("()", "{}", "[]")) {
      assertThat(expression.chars().filter(c -> c == pair.charAt(0)).count())
          .as(expression)
          .isEqualTo(expression.chars().filter(c -> c == pair.charAt(1)).count());
    }
  }
}
