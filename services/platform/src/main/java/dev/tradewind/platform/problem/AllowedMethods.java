package dev.tradewind.platform.problem;

import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * Which methods an address knows. A 405 must say so in {@code Allow} (RFC 9110, 15.5.6), and the
 * REST layer, which looks at them all before it gives up, does not tell.
 */
final class AllowedMethods {
  private AllowedMethods() {}

  /** Of the address that was asked for, as the header's value. */
  static String of(ResteasyReactiveRequestContext request) {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    String path = request.getPathWithoutPrefix();
    RequestMapper<InitialMatch> classes =
        new RequestMapper<>(request.getDeployment().getClassMappers());
    RequestMatch<InitialMatch> match = classes.map(path);
    while (match != null) {
      String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
      for (ServerRestHandler handler : match.value.handlers) {
        if (handler instanceof ClassRoutingHandler routes) {
          add(methods, routes, remaining);
        }
      }
      match = classes.continueMatching(path, match);
    }
    return String.join(", ", methods);
  }

  private static void add(Set<String> methods, ClassRoutingHandler routes, String remaining) {
    routes
        .getMappers()
        .forEach(
            (method, paths) -> {
              if (method != null && paths.map(remaining) != null) {
                methods.add(method);
                if (method.equals("GET")) {
                  methods.add("HEAD");
                }
              }
            });
  }
}
