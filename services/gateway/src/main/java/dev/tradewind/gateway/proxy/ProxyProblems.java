package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.platform.problem.Problem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** What a client is told when a request cannot be carried through. */
final class ProxyProblems {
  private ProxyProblems() {}

  /** No connection to the service (503), or one that broke before it answered (502). */
  static Problem of(Service service, Throwable cause) {
    boolean notReached =
        cause instanceof ConnectException
            || cause instanceof UnknownHostException
            || cause instanceof NoRouteToHostException
            || cause instanceof TimeoutException
            || cause instanceof ConnectionPoolTooBusyException;
    return notReached ? unreachable(service) : broken(service);
  }

  private static Problem unreachable(Service service) {
    return Problem.of(
            503, "service-unreachable", "A service behind this address cannot be reached.")
        .withDetail("The " + service.id() + " service does not take connections.")
        .withAdvice("Nothing was done. Try again in a few seconds.");
  }

  private static Problem broken(Service service) {
    return Problem.of(502, "service-broke-off", "A service behind this address broke off.")
        .withDetail("The " + service.id() + " service closed the connection before it answered.")
        .withAdvice(
            "Try again. After an upload, look at /api/v1/submissions first, or send it again with"
                + " the same Idempotency-Key: nothing is taken twice.");
  }

  static Problem resting(Service service) {
    return Problem.of(503, "service-resting", "A service behind this address is given a rest.")
        .withDetail(
            "Most of the last requests to the "
                + service.id()
                + " service failed, so none are sent.")
        .withAdvice("Nothing was done. Try again when Retry-After has passed.");
  }

  static Problem tooSlow(Service service) {
    return Problem.of(504, "service-too-slow", "A service behind this address takes too long.")
        .withDetail("The " + service.id() + " service did not answer in time.")
        .withAdvice("Try again later, or ask for less at once.");
  }

  static Problem clientTooSlow() {
    return Problem.of(408, "body-stalled", "The body of the request stopped coming.")
        .withAdvice("Send it again, on a connection that keeps sending.");
  }

  static Problem tooLarge(long limit) {
    return Problem.of(413, "too-large", "The body is larger than allowed.")
        .withDetail("At most " + limit + " bytes are taken in one request.")
        .withAdvice("Send it compressed with gzip, or as several submissions by period.");
  }

  static Problem noHost() {
    return Problem.of(400, "no-host", "The request names no host.")
        .withAdvice("Send a Host header, as HTTP/1.1 demands.");
  }

  static Problem methodNotAllowed(String method, String allowed) {
    return Problem.of(405, "method-not-allowed", "This address does not know the method.")
        .withDetail(method + " is not possible here.")
        .withAdvice("Possible are " + allowed + ".");
  }

  static Problem noSuchRoute() {
    return Problem.of(404, "not-found", "There is nothing at this address.")
        .withAdvice("/openapi lists every address; /openapi/ui shows them to people.");
  }
}
