package dev.tradewind.gateway.openapi;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.gateway.stub.StubAddresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class OpenApiRoutesTest {
  @Test
  void the_merged_document_is_served_as_json() {
    when()
        .get("/openapi")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("openapi", startsWith("3.1"))
        .body("info.title", equalTo("Tradewind"))
        .body("servers.url", equalTo(List.of("/")))
        .body("components.schemas", hasKey("Problem"));
  }

  @Test
  void it_is_served_as_yaml_where_that_is_asked_for() {
    String yaml =
        given()
            .queryParam("format", "yaml")
            .when()
            .get("/openapi")
            .then()
            .statusCode(200)
            .header("Content-Type", "application/yaml")
            .extract()
            .asString();
    assertThat(yaml).contains("title: \"Tradewind\"");
  }

  @Test
  void another_format_is_a_problem_that_names_the_two() {
    given()
        .queryParam("format", "xml")
        .when()
        .get("/openapi")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("json and yaml"));
  }

  @Test
  void an_unchanged_document_is_not_sent_again() {
    String etag = when().get("/openapi").header("ETag");

    given().header("If-None-Match", etag).when().get("/openapi").then().statusCode(304);
  }

  @Test
  void the_page_to_read_it_holds_no_inline_script_that_the_policy_would_block() {
    given()
        .redirects()
        .follow(false)
        .when()
        .get("/openapi/ui")
        .then()
        .statusCode(308)
        .header("Location", "/openapi/ui/");
    String page = when().get("/openapi/ui/").then().statusCode(200).extract().asString();
    assertThat(page)
        .contains("swagger-ui-bundle.js")
        .doesNotContainPattern("<script>|<style>| style=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start.js", "swagger-ui-bundle.js", "swagger-ui.css"})
  void everything_the_page_loads_is_here(String file) {
    when()
        .get("/openapi/ui/" + file)
        .then()
        .statusCode(200)
        .contentType(not(containsString("html")));
  }
}
