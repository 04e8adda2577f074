package dev.tradewind.platform.access;

import dev.tradewind.platform.problem.Problem;

/** What callers are told who are not let in. */
public final class AccessProblems {
  private AccessProblems() {}

  /** No credentials (401). */
  public static Problem unauthenticated() {
    return Problem.of(401, "unauthenticated", "This address needs credentials.")
        .withAdvice(
            "Send a bearer token or an API key. Anonymous access exists only where it is configured.");
  }

  /** Credentials that are not good (401); the reason tells nothing that helps to guess. */
  public static Problem badCredentials(String reason) {
    return Problem.of(401, "bad-credentials", "The credentials are not valid.")
        .withDetail(reason)
        .withAdvice("Ask for a new token, or use a key that is neither expired nor revoked.");
  }

  /** Known, but not allowed (403). */
  public static Problem roleNeeded(Role needed) {
    return Problem.of(403, "role-needed", "The credentials do not allow this.")
        .withDetail("It needs the role '" + needed.id() + "'.")
        .withAdvice("Ask an operator for a key of that role, or for the role with your provider.");
  }

  /** Known, without any role of ours (403). */
  public static Problem noRole() {
    return Problem.of(403, "role-needed", "The credentials do not allow this.")
        .withDetail("They carry none of the roles 'viewer', 'submitter' and 'operator'.")
        .withAdvice("Ask whoever looks after your provider for one of the roles.");
  }

  /** Closed to everybody (403). */
  static Problem closed() {
    return Problem.of(403, "closed", "This address is closed to everybody.");
  }

  /** What is needed to judge the credentials cannot be had now (503). */
  public static Problem cannotJudge(String reason) {
    return Problem.of(503, "access-unavailable", "Credentials cannot be checked at the moment.")
        .withDetail(reason)
        .withAdvice("Try again in a few seconds.");
  }
}
