package dev.tradewind.gateway.openapi;

import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Serves the merged document, and a page that shows it. */
@Singleton
class OpenApiRoutes {
  private static final String DOCUMENT = "/openapi";
  private static final String PAGE = "/openapi/ui";

  /** Before the routes of the OpenAPI extensions, whose document is empty here. */
  private static final int FIRST = -1;

  private final StoredFile json =
      StoredFile.load(MergeDocuments.RESOURCE + ".json", "application/json");
  private final StoredFile yaml =
      StoredFile.load(MergeDocuments.RESOURCE + ".yaml", "application/yaml");
  private final StoredFile page =
      StoredFile.load("META-INF/tradewind/openapi-ui/index.html", "text/html; charset=utf-8");
  private final StoredFile script =
      StoredFile.load("META-INF/tradewind/openapi-ui/start.js", "text/javascript; charset=utf-8");
  private final ProblemAnswer problems;

  OpenApiRoutes(ProblemAnswer problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
      router.route(method, DOCUMENT).order(FIRST).handler(this::document);
      router.route(method, DOCUMENT + ".json").order(FIRST).handler(json::send);
      router.route(method, DOCUMENT + ".yaml").order(FIRST).handler(yaml::send);
      // The extension's own page holds inline scripts, which our content security policy forbids;
      // ours loads the same viewer, whose files the extension serves.
      router.route(method, PAGE).order(FIRST).handler(this::page);
      router.route(method, PAGE + "/start.js").order(FIRST).handler(script::send);
    }
  }

  private void document(RoutingContext context) {
    List<String> formats = context.queryParam("format");
    String format = formats.isEmpty() ? "json" : formats.get(0);
    switch (format) {
      case "json" -> json.send(context);
      case "yaml" -> yaml.send(context);
      default ->
          problems.send(
              context.request(), Problem.badParameter("format", "json and yaml are possible."));
    }
  }

  private void page(RoutingContext context) {
    if (context.request().path().endsWith("/")) {
      page.send(context);
    } else {
      // The page's own files are relative to it.
      context.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, PAGE + "/").end();
    }
  }
}
