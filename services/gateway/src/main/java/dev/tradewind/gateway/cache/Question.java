package dev.tradewind.gateway.cache;

import dev.tradewind.gateway.route.RouteTable;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on. Two requests that ask the same may share it.
 *
 * @param uri path and query, as sent
 * @param accept which forms are wanted
 * @param language which languages are wanted
 * @param rights what the caller may do
 */
public record Question(String uri, String accept, String language, String rights) {
  private static final int LONGEST = 2_048;

  /** The question of a request; null if its answer is for nobody else. */
  public static @Nullable Question of(RoutingContext context) {
    HttpServerRequest request = context.request();
    String uri = request.uri();
    if (!HttpMethod.GET.equals(request.method())
        || uri.length() > LONGEST
        || !uri.startsWith("/")
        || request.headers().contains("Range")
        || "no-store".equalsIgnoreCase(request.getHeader(HttpHeaders.CACHE_CONTROL))
        || !RouteTable.isShared(request.path())) {
      return null;
    }
    return new Question(
        uri,
        text(request.getHeader(HttpHeaders.ACCEPT)),
        text(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
        rights(context));
  }

  private static String rights(RoutingContext context) {
    return context.user() instanceof QuarkusHttpUser user
        ? String.join(" ", new TreeSet<>(user.getSecurityIdentity().getRoles()))
        : "";
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }

  /** Whether this client insists on asking the service itself. */
  public static boolean insists(HttpServerRequest request) {
    String control = request.getHeader(HttpHeaders.CACHE_CONTROL);
    return control != null && (control.contains("no-cache") || control.contains("max-age=0"));
  }

  /** About how many bytes it takes. */
  int bytes() {
    return 128 + uri.length() + accept.length() + language.length() + rights.length();
  }
}
