package dev.tradewind.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.stub.OpenIdProvider;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person with a browser: a jar for cookies that follows redirects. */
@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class LoginTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  OpenIdProvider provider;

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Test
  void a_person_signs_in_and_the_page_and_its_requests_use_the_session() throws Exception {
    // Given a page that leads to the provider
    HttpResponse<String> form = open("/");
    assertThat(form.uri().toString()).startsWith(provider.address() + "/login");

    // When the person signs in there
    HttpResponse<String> page = signIn(form, "ann");

    // Then the page is shown, without anything of the protocol in its address
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri()).isEqualTo(at("/"));
    assertThat(page.body()).contains("<html");
    HttpResponse<String> me = send(HttpRequest.newBuilder(at("/api/v1/me")));
    assertThat(me.body()).contains("\"role\":\"viewer\"", "\"via\":\"session\"", "ann");
    assertThat(cookies.getCookieStore().getCookies())
        .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.isHttpOnly());
  }

  @Test
  void a_request_of_the_page_without_a_session_is_a_problem_and_no_redirect() throws Exception {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(at("/api/v1/me")).header("Accept", "text/html"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.uri()).isEqualTo(at("/api/v1/me"));
  }

  @Test
  void a_session_writes_from_our_own_pages_only() throws Exception {
    signIn(open("/"), "olga");
    assertThat(makeKey("cross-site").statusCode()).isEqualTo(403);
    assertThat(makeKey("same-site").statusCode()).isEqualTo(403);
    assertThat(makeKey(null).statusCode()).isEqualTo(403);
    assertThat(makeKey("same-origin").statusCode()).isEqualTo(201);
  }

  @Test
  void signing_out_ends_the_session() throws Exception {
    signIn(open("/"), "ann");
    HttpResponse<String> out =
        send(
            HttpRequest.newBuilder(at("/logout"))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.body()).contains("\"next\"");
    assertThat(send(HttpRequest.newBuilder(at("/api/v1/me"))).statusCode()).isEqualTo(401);
  }

  @Test
  void another_site_cannot_sign_a_person_out() throws Exception {
    signIn(open("/"), "ann");
    HttpResponse<String> out =
        send(
            HttpRequest.newBuilder(at("/logout"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(out.statusCode()).isEqualTo(403);
    assertThat(send(HttpRequest.newBuilder(at("/api/v1/me"))).statusCode()).isEqualTo(200);
  }

  @Test
  void a_person_without_a_role_is_told_so() throws Exception {
    HttpResponse<String> page = signIn(open("/"), "mallory");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("role-needed");
  }

  @Test
  void a_made_up_session_or_answer_of_the_provider_is_refused() throws Exception {
    HttpResponse<String> made =
        send(HttpRequest.newBuilder(at("/api/v1/me")).header("Cookie", "q_session_login=abc"));
    assertThat(made.statusCode()).isEqualTo(401);
    HttpResponse<String> callback =
        send(HttpRequest.newBuilder(at("/login/callback?code=abc&state=def")));
    assertThat(callback.statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> makeKey(String site) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/api/v1/keys"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"a\",\"role\":\"viewer\"}"));
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    return send(request);
  }

  private HttpResponse<String> open(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html,*/*;q=0.8"));
  }

  private HttpResponse<String> signIn(HttpResponse<String> form, String person) throws Exception {
    Matcher csrf = CSRF.matcher(form.body());
    assertThat(csrf.find()).as(form.body()).isTrue();
    String body =
        "username="
            + person
            + "&password="
            + person
            + "&_csrf="
            + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(form.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html,*/*;q=0.8")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + RestAssured.port + path);
  }
}
