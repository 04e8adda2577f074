package dev.tradewind.gateway.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Signing in and out. */
@Singleton
class LoginRoutes {
  private final OidcConfig config;

  LoginRoutes(OidcConfig config) {
    this.config = config;
  }

  void register(@Observes Router router) {
    // Who gets here is signed in: others were sent to the provider, and then back here.
    router.get("/login").handler(LoginRoutes::home);
    router.get(OidcCallers.CALLBACK).handler(LoginRoutes::home);
    router.post("/logout").handler(this::end);
  }

  private static void home(RoutingContext context) {
    context.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, "/").end();
  }

  /** The session is its cookie: without it, it is gone. Answers with where to go next. */
  private void end(RoutingContext context) {
    for (Cookie cookie : context.request().cookies()) {
      if (cookie.getName().startsWith(OidcCallers.COOKIE)) {
        context
            .response()
            .addCookie(
                Cookie.cookie(cookie.getName(), "")
                    .setPath("/")
                    .setMaxAge(0)
                    .setHttpOnly(true)
                    .setSecure(config.login().https()));
      }
    }
    String next = config.login().endSession().map(Object::toString).orElse("/");
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(new JsonObject().put("next", next).toBuffer());
  }
}
