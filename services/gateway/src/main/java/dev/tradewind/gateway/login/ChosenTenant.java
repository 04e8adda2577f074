package dev.tradewind.gateway.login;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tokens are judged by the default tenant, sessions by the one called {@code login}. */
@ApplicationScoped
class ChosenTenant implements TenantResolver {
  static final String LOGIN = "login";

  @Override
  public @Nullable String resolve(RoutingContext context) {
    return context.request().getHeader("Authorization") == null ? LOGIN : null;
  }
}
