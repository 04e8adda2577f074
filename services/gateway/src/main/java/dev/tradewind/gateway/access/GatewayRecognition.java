package dev.tradewind.gateway.access;

import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.gateway.keys.KeyCheck;
import dev.tradewind.gateway.limit.ClientLimits;
import dev.tradewind.gateway.login.OidcCallers;
import dev.tradewind.gateway.token.KeySetRoute;
import dev.tradewind.platform.access.AccessProblems;
import dev.tradewind.platform.access.Finding;
import dev.tradewind.platform.access.Recognition;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes API keys, the provider's tokens and sessions. */
@Singleton
public class GatewayRecognition implements Recognition {
  /** Under this a request's key has its limits, as a set of collections. */
  static final String COLLECTIONS = "tradewind.collections";

  private static final Finding ABSENT = new Finding.Absent();
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([^ ]+) *");

  private final KeyCheck keys;
  private final OidcCallers oidc;
  private final ClientLimits limits;
  private final ProblemAnswer problems;

  GatewayRecognition(KeyCheck keys, OidcCallers oidc, ClientLimits limits, ProblemAnswer problems) {
    this.limits = limits;
    this.keys = keys;
    this.oidc = oidc;
    this.problems = problems;
  }

  @Override
  public boolean isOpen(RoutingContext context) {
    return KeySetRoute.PATH.equals(context.request().path());
  }

  @Override
  public Uni<Finding> recognize(RoutingContext context) {
    if (OidcCallers.CALLBACK.equals(context.request().path())) {
      // The provider is asked for each: before it is, and whatever comes of it.
      Problem tooMany = limits.refusalOfStranger(context);
      if (tooMany != null) {
        return Uni.createFrom().item(new Finding.Refused(tooMany));
      }
    }
    String key = context.request().getHeader("X-API-Key");
    String authorization = context.request().getHeader("Authorization");
    if (key != null && authorization != null) {
      return bad("Send an API key or a bearer token, not both.");
    }
    if (key != null) {
      return byKey(context, key.strip());
    }
    if (authorization != null) {
      Matcher bearer = BEARER.matcher(authorization);
      return bearer.matches()
          ? byBearer(context, bearer.group(1))
          : bad("Only bearer tokens and API keys are known here.");
    }
    return oidc.hasSession(context) ? oidc.bySession(context) : Uni.createFrom().item(ABSENT);
  }

  private Uni<Finding> byBearer(RoutingContext context, String token) {
    if (keys.knows(token)) {
      return byKey(context, token);
    }
    return oidc.takesTokens()
        ? oidc.byToken(context)
        : bad("This is no API key, and no OpenID provider is configured.");
  }

  private Uni<Finding> byKey(RoutingContext context, String key) {
    return keys.check(key)
        .map(
            checked -> {
              context.put(COLLECTIONS, checked.collections());
              return checked.finding();
            });
  }

  /** A person who opens a page is sent to the provider; everybody else gets the problem. */
  @Override
  public void refuse(RoutingContext context, Problem problem) {
    OidcCallers.Redirect next = OidcCallers.redirect(context).orElse(null);
    Problem tooMany =
        problem.status() == 401 && next == null ? limits.refusalOfStranger(context) : null;
    if (tooMany != null) {
      problems.send(context.request(), tooMany);
    } else if (next != null) {
      redirect(context, next.status(), Map.of(HttpHeaders.LOCATION, next.location()));
    } else if (problem.status() == 401 && oidc.takesSessions() && opensPage(context.request())) {
      oidc.challenge(context)
          .subscribe()
          .with(
              challenge -> redirect(context, challenge.status, challenge.getHeaders()),
              context::fail);
    } else {
      problems.send(context.request(), problem);
    }
  }

  private static void redirect(
      RoutingContext context, int status, Map<CharSequence, String> headers) {
    context.response().headers().remove("WWW-Authenticate");
    headers.forEach(context.response()::putHeader);
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").setStatusCode(status).end();
  }

  private static boolean opensPage(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    String path = request.path();
    return HttpMethod.GET.equals(request.method())
        && accept != null
        && accept.contains("text/html")
        && !path.startsWith("/api/")
        && request.getHeader("Authorization") == null
        && request.getHeader("X-API-Key") == null
        && !OidcCallers.CALLBACK.equals(path);
  }

  private static Uni<Finding> bad(String reason) {
    return Uni.createFrom().item(new Finding.Refused(AccessProblems.badCredentials(reason)));
  }
}
