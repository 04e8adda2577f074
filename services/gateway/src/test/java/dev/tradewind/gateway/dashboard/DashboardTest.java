package dev.tradewind.gateway.dashboard;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.tradewind.gateway.stub.StubAddresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class DashboardTest {
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/static/bundle/[^\"]+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ranking",
        "period",
        "window",
        "sort",
        "yoy-chart",
        "alerts",
        "data-label",
        "partial",
        "briefing-body",
        "lang",
        "series-events"
      })
  void the_page_has_the_parts_that_tests_and_links_rely_on(String id) {
    assertThat(page()).contains("id=\"" + id + "\"");
  }

  @Test
  void everything_the_page_loads_is_here() {
    Matcher asset = ASSET.matcher(page());
    int found = 0;
    while (asset.find()) {
      found++;
      when().get(asset.group(1)).then().statusCode(200);
    }
    assertThat(found).as("a script and a style sheet").isEqualTo(2);
    when().get("/favicon.svg").then().statusCode(200).contentType("image/svg+xml");
  }

  @Test
  void the_page_itself_is_asked_for_anew_after_an_upgrade() {
    when().get("/").then().statusCode(200).header("Cache-Control", "no-cache");
  }

  @Test
  void nothing_in_the_page_needs_an_exception_from_the_policy() {
    assertThat(page()).doesNotContainPattern("<script>|<style>| style=| on[a-z]+=|https?://");
    when()
        .get("/")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static String page() {
    return when().get("/").then().statusCode(200).extract().asString();
  }
}
