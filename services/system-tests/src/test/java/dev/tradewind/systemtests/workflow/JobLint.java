package dev.tradewind.systemtests.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.systemtests.workflow.Expressions.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with a job. */
final class JobLint {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "if",
          "needs",
          "runs-on",
          "timeout-minutes",
          "permissions",
          "strategy",
          "env",
          "outputs",
          "steps",
          "concurrency",
          "environment",
          "defaults",
          "services");
  private static final Set<String> RUNNERS = Set.of("ubuntu-24.04", "ubuntu-24.04-arm");
  private static final Set<String> CONTEXTS =
      Set.of("github", "env", "matrix", "needs", "steps", "runner", "job", "strategy");

  private final JsonNode workflow;
  private final String id;
  private final JsonNode job;
  private final List<String> findings = new ArrayList<>();

  private JobLint(JsonNode workflow, String id) {
    this.workflow = workflow;
    this.id = id;
    this.job = workflow.path("jobs").path(id);
  }

  static List<String> findings(JsonNode workflow, String id) {
    JobLint lint = new JobLint(workflow, id);
    lint.check();
    return lint.findings;
  }

  private void check() {
    job.fieldNames()
        .forEachRemaining(key -> require(KEYS.contains(key), "no such key of a job: " + key));
    require(
        job.path("timeout-minutes").isInt(), "timeout-minutes is missing: it may hang for hours");
    require(!job.path("steps").isEmpty(), "no steps");
    runners().forEach(runner -> require(RUNNERS.contains(runner), "unknown runner " + runner));
    needs().forEach(need -> require(jobs().has(need), "needs a job that is not here: " + need));
    require(!cyclic(id, new HashSet<>()), "needs itself");
    Set<String> earlier = new HashSet<>();
    for (JsonNode step : job.path("steps")) {
      findings.addAll(StepLint.findings(step).stream().map(this::named).toList());
      references(step).forEach(reference -> resolve(reference, earlier));
      if (step.has("id")) {
        require(earlier.add(step.path("id").asText()), "two steps of one id " + step.path("id"));
      }
    }
    List<String> outer = List.of("name", "runs-on", "env", "outputs", "concurrency");
    outer.forEach(
        key -> Expressions.below(job.path(key)).forEach(reference -> resolve(reference, earlier)));
    Expressions.inCondition(job.path("if").asText())
        .forEach(reference -> resolve(reference, earlier));
  }

  private Stream<Reference> references(JsonNode step) {
    return Stream.concat(
        Expressions.below(step).stream(),
        Expressions.inCondition(step.path("if").asText()).stream());
  }

  private void resolve(Reference reference, Set<String> steps) {
    String first = reference.path().get(0);
    require(CONTEXTS.contains(reference.context()), "unknown context in " + reference);
    switch (reference.context()) {
      case "matrix" -> require(matrixKeys().contains(first), "the matrix has no " + first);
      case "steps" -> require(steps.contains(first), "no earlier step is called " + first);
      case "env" ->
          require(
              workflow.path("env").has(first) || job.path("env").has(first),
              "no such env " + first);
      case "needs" -> resolveNeed(reference);
      default -> {}
    }
  }

  private void resolveNeed(Reference reference) {
    String need = reference.path().get(0);
    require(need.equals("*") || needs().contains(need), "does not need " + need);
    if (reference.path().size() > 2 && reference.path().get(1).equals("outputs")) {
      String output = reference.path().get(2);
      require(
          jobs().path(need).path("outputs").has(output),
          "job " + need + " has no output " + output);
    }
  }

  private List<String> runners() {
    String runner = job.path("runs-on").asText();
    if (!Expressions.any(runner)) {
      return List.of(runner);
    }
    String key = Expressions.in(runner).get(0).path().get(0);
    JsonNode matrix = job.path("strategy").path("matrix");
    return Stream.concat(
            matrix.path(key).valueStream(),
            matrix.path("include").valueStream().map(row -> row.path(key)))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  private Set<String> matrixKeys() {
    Set<String> keys = new HashSet<>();
    JsonNode matrix = job.path("strategy").path("matrix");
    matrix.fieldNames().forEachRemaining(keys::add);
    matrix.path("include").forEach(row -> row.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  private List<String> needs() {
    return needs(id);
  }

  private List<String> needs(String of) {
    JsonNode needs = jobs().path(of).path("needs");
    return needs.isTextual()
        ? List.of(needs.asText())
        : needs.valueStream().map(JsonNode::asText).toList();
  }

  private boolean cyclic(String from, Set<String> seen) {
    return needs(from).stream()
        .anyMatch(need -> need.equals(id) || (seen.add(need) && cyclic(need, seen)));
  }

  private JsonNode jobs() {
    return workflow.path("jobs");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      findings.add(named(otherwise));
    }
  }

  private String named(String finding) {
    return "job " + id + ": " + finding;
  }
}
