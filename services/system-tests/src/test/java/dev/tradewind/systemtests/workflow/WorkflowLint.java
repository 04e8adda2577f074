package dev.tradewind.systemtests.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a workflow file: the rules of actionlint that matter here, and ours. */
final class WorkflowLint {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> KEYS =
      Set.of("name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs");
  private static final Pattern UNNAMED_PIN =
      Pattern.compile("uses: \\S+@[0-9a-f]{40}(?! # v\\d+\\.\\d+\\.\\d+$)", Pattern.MULTILINE);

  private WorkflowLint() {}

  static List<String> findings(String text) {
    JsonNode workflow = parse(text);
    List<String> findings = new ArrayList<>();
    workflow
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                findings.add("no such key of a workflow: " + key);
              }
            });
    for (String key : List.of("name", "on", "permissions", "jobs")) {
      if (!workflow.has(key)) {
        findings.add(key + " is missing");
      }
    }
    if (workflow.path("permissions").valueStream().anyMatch(each -> !each.asText().equals("read"))
        || workflow.path("permissions").isTextual()) {
      findings.add("what may be written is for single jobs to say");
    }
    UNNAMED_PIN
        .matcher(text)
        .results()
        .forEach(match -> findings.add("the version of this commit is not told: " + match.group()));
    workflow
        .path("jobs")
        .fieldNames()
        .forEachRemaining(id -> findings.addAll(JobLint.findings(workflow, id)));
    return findings;
  }

  static JsonNode parse(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
    }
  }
}
