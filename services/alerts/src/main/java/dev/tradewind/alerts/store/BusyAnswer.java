package dev.tradewind.alerts.store;

import dev.tradewind.platform.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says to come back. */
class BusyAnswer {
  private static final Logger LOG = Logger.getLogger(BusyAnswer.class);
  private static final int SECONDS = 5;

  @ServerExceptionMapper
  Response busy(BusyException e) {
    LOG.warn("a request waited too long for others who write, and was sent away");
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, SECONDS)
        .entity(
            Problem.of(503, "busy", "Changes are being evaluated at the moment.")
                .withDetail("Nothing was done.")
                .withAdvice("Send it again in " + SECONDS + " seconds."))
        .build();
  }
}
