package dev.tradewind.systemtests.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a step. */
final class StepLint {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "if",
          "uses",
          "run",
          "with",
          "env",
          "working-directory",
          "shell",
          "continue-on-error",
          "timeout-minutes");
  private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");

  private StepLint() {}

  static List<String> findings(JsonNode step) {
    List<String> findings = new ArrayList<>();
    step.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                findings.add("no such key of a step: " + key);
              }
            });
    if (step.has("uses") == step.has("run")) {
      findings.add("a step either uses an action or runs a script");
    }
    if (step.has("uses") && !PINNED.matcher(step.path("uses").asText()).matches()) {
      findings.add("not pinned by a commit: " + step.path("uses").asText());
    }
    if (step.has("run")) {
      String script = step.path("run").asText();
      if (Expressions.any(script)) {
        findings.add("an expression inside a script lets whoever fills it run code: use env");
      }
      syntaxError(script).ifPresent(error -> findings.add("the script does not parse: " + error));
    }
    return findings;
  }

  /** Asks the shell that will run it. */
  private static Optional<String> syntaxError(String script) {
    try {
      Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
      try (var in = bash.getOutputStream()) {
        in.write(script.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return bash.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
