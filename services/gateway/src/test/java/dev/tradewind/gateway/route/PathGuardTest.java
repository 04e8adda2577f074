package dev.tradewind.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/submissions",
        "/api/v1/submissions/",
        "/api/v1/submissions/3f2a/problems",
        "/api/v1/alerts/us-drop:CN-SD",
        "/api/v1/regions/%E5%B1%B1%E4%B8%9C",
        "/static/bundle/app-H67YQI4Z.js",
        "/a..b/.well-known/c..",
      })
  void an_address_that_means_one_thing_passes(String path) {
    assertThat(PathGuard.objection(path)).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "*",
        "localhost:22",
        "/..",
        "/../etc/passwd",
        "/api/v1/submissions/..",
        "/api/v1/submissions/../../../q/health",
        "/api/v1/./rules",
        "/api/v1/..;/rules",
        "//evil/api",
        "/api//v1/rules",
        "/api/v1/submissions%2f..%2frules",
        "/api/v1/submissions%2F1",
        "/api/v1/%2e%2e/rules",
        "/api/v1/%2E./rules",
        "/api/v1/a%5cb",
        "/api/v1/a\\b",
        "/api/v1/a%252fb",
        "/api/v1/a%00",
        "/api/v1/a%0d%0aSet-Cookie:x",
        "/api/v1/a%7f",
        "/api/v1/a%",
        "/api/v1/a%2",
        "/api/v1/a%zz",
        "/api/v1/山东",
        "/api/v1/a b",
      })
  void an_address_that_two_readers_could_understand_differently_is_refused(String path) {
    assertThat(PathGuard.objection(path)).isNotNull();
  }

  @Test
  void the_objection_names_what_is_wrong() {
    assertThat(PathGuard.objection("/a/%2F")).isEqualTo("it contains %2f");
    assertThat(PathGuard.objection("/a/../b")).isEqualTo("it contains a dot segment");
  }
}
