package dev.tradewind.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/submissions, INGEST",
    "/api/v1/submissions/7/problems, INGEST",
    "/api/v1/indicators, METRICS",
    "/api/v1/revisions/3, METRICS",
    "/api/v1/events, METRICS",
    "/api/v1/alerts/stream, ALERTS",
    "/api/v1/notifications, ALERTS",
  })
  void every_collection_has_one_owner(String path, Service owner) {
    assertThat(RouteTable.ownerOf(path)).contains(owner);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/indicators, true",
    "/api/v1/submissions/7, false",
    "/api/v1/alerts, false",
    "/nowhere, false"
  })
  void only_what_metrics_says_is_the_same_for_everyone(String path, boolean shared) {
    assertThat(RouteTable.isShared(path)).isEqualTo(shared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/",
        "/api/v1",
        "/api/v2/rules",
        "/api/v1/submissionsx",
        "/api/v1/rules;a=b",
        "/q/health",
        "/x/api/v1/rules",
        "/API/v1/rules",
        "/api/v1/Rules",
      })
  void nothing_else_is_forwarded(String path) {
    assertThat(RouteTable.ownerOf(path)).isEmpty();
  }
}
