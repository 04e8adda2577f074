package dev.tradewind.platform.access;

import dev.tradewind.platform.problem.Problem;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.spi.runtime.MethodDescription;
import io.quarkus.security.spi.runtime.SecurityCheck;
import io.quarkus.security.spi.runtime.SecurityCheckStorage;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** What a resource answers to a caller whose role does not suffice: the role it needs. */
@Singleton
@Unremovable
class AccessMappers {
  private final SecurityCheckStorage checks;

  AccessMappers(SecurityCheckStorage checks) {
    this.checks = checks;
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, SimpleResourceInfo resource) {
    return answer(refusal(resource));
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e) {
    return answer(AccessProblems.unauthenticated());
  }

  /** Tries the roles on the method's own check, from the least. */
  private Problem refusal(SimpleResourceInfo resource) {
    MethodDescription method =
        new MethodDescription(
            resource.getResourceClass().getName(),
            resource.getMethodName(),
            Arrays.stream(resource.parameterTypes()).map(Class::getName).toArray(String[]::new));
    SecurityCheck check = checks.getSecurityCheck(method);
    if (check == null) {
      return AccessProblems.closed();
    }
    return Arrays.stream(Role.values())
        .filter(role -> passes(check, role, method))
        .findFirst()
        .map(AccessProblems::roleNeeded)
        .orElseGet(AccessProblems::closed);
  }

  private static boolean passes(SecurityCheck check, Role role, MethodDescription method) {
    try {
      check.apply(new Caller("somebody", role, "nobody").identity(), method, new Object[0]);
      return true;
    } catch (SecurityException e) {
      return false;
    }
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
