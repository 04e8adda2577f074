package dev.tradewind.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param type stable identifier of the cause
 * @param title the cause in one sentence, the same for every occurrence
 * @param status the HTTP status
 * @param detail this occurrence
 * @param advice what the caller can do about it
 * @param errors what exactly is wrong, where there are several things
 */
@Schema(name = "Problem", description = "An RFC 9457 problem that says what to do next.")
@JsonInclude(JsonInclude.Include.NON_NULL)
// No resource names it as its answer, so a native executable would not find it.
@RegisterForReflection
public record Problem(
    URI type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String advice,
    @Nullable List<Violation> errors) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://tradewind.dev/problems/";

  /**
   * One thing that is wrong with a request.
   *
   * @param parameter the parameter or field
   * @param detail what is wrong with it and what is allowed
   */
  @Schema(name = "Violation")
  @RegisterForReflection
  public record Violation(String parameter, String detail) {}

  /** A problem of that cause; {@code code} becomes the last part of {@link #type()}. */
  public static Problem of(int status, String code, String title) {
    return new Problem(URI.create(TYPES + code), title, status, null, null, null);
  }

  /** A 400 that names the parameter and what is allowed. */
  public static Problem badParameter(String parameter, String detail) {
    return of(400, "bad-parameter", "A parameter of the request is not valid.")
        .withDetail("Parameter '" + parameter + "': " + detail)
        .withErrors(List.of(new Violation(parameter, detail)));
  }

  /** A 404 for a thing with an id. */
  public static Problem notFound(String kind, Object id) {
    return of(404, "not-found", "There is no such thing.")
        .withDetail("No " + kind + " " + id + ".");
  }

  /** The same with a detail. */
  public Problem withDetail(String text) {
    return new Problem(type, title, status, text, advice, errors);
  }

  /** The same with an advice. */
  public Problem withAdvice(String text) {
    return new Problem(type, title, status, detail, text, errors);
  }

  /** The same with a list of what is wrong. */
  public Problem withErrors(List<Violation> violations) {
    return new Problem(type, title, status, detail, advice, List.copyOf(violations));
  }

  /** The last part of {@link #type()}. */
  public String code() {
    return type.toString().substring(TYPES.length());
  }

  /** As an exception that the REST layer answers with this problem. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
