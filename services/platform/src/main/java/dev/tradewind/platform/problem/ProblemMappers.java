package dev.tradewind.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Maps everything that ends a request early to problem+json, once for all services. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return answer(e.problem());
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e) {
    Response response = e.getResponse();
    int status = response.getStatus();
    if (status < 400 || response.hasEntity()) {
      return response;
    }
    if (e.getCause() instanceof JsonProcessingException unreadable) {
      return json(unreadable);
    }
    if (status >= 500) {
      LOG.errorf(e, "request failed with status %d", status);
    }
    Response.ResponseBuilder builder = builder(standard(status));
    // Retry-After and the like belong to the answer.
    response
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Content-Type")
                  && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    return builder.build();
  }

  @ServerExceptionMapper
  Response method(NotAllowedException e) {
    return builder(standard(405))
        .header(HttpHeaders.ALLOW, AllowedMethods.of(CurrentRequestManager.get()))
        .build();
  }

  @ServerExceptionMapper
  Response json(JsonProcessingException e) {
    var location = e.getLocation();
    return answer(
        Problem.of(400, "bad-json", "The body is not the JSON that is expected here.")
            .withDetail(
                location == null
                    ? e.getOriginalMessage()
                    : "Line "
                        + location.getLineNr()
                        + ", column "
                        + location.getColumnNr()
                        + " cannot be read.")
            .withAdvice("Compare the body with the schema in the OpenAPI document."));
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    LOG.error("request failed unexpectedly", e);
    return answer(standard(500));
  }

  private static Problem standard(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad-request", "The request cannot be understood.");
      case 404 ->
          Problem.of(404, "not-found", "There is nothing at this address.")
              .withAdvice("The OpenAPI document lists all addresses.");
      case 405 -> Problem.of(405, "method-not-allowed", "This address does not know the method.");
      case 406 ->
          Problem.of(406, "not-acceptable", "None of the accepted media types can be produced.")
              .withAdvice("Ask for application/json, or for text/csv where the answer is a table.");
      case 413 -> Problem.of(413, "too-large", "The body is larger than allowed.");
      case 415 ->
          Problem.of(415, "unsupported-media-type", "The body's media type is not read here.");
      case 500 ->
          Problem.of(500, "internal", "Something failed on our side.")
              .withAdvice("Try again; if it stays, tell the operator the time of the request.");
      default -> {
        Response.StatusType type = Response.Status.fromStatusCode(status);
        String reason = type == null ? "Status " + status : type.getReasonPhrase();
        yield Problem.of(status, reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason + ".");
      }
    };
  }

  private static Response answer(Problem problem) {
    return builder(problem).build();
  }

  private static Response.ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
