package dev.tradewind.systemtests.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowsTest {
  private static final Path DIRECTORY = Path.of("..", "..", ".github", "workflows");

  private static final String SOUND =
      """
      name: Sound
      on: [push]
      permissions:
        contents: read
      jobs:
        first:
          runs-on: ubuntu-24.04
          timeout-minutes: 5
          outputs:
            number: ${{ steps.count.outputs.number }}
          steps:
            - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
            - id: count
              run: echo "number=1" >> "$GITHUB_OUTPUT"
        second:
          needs: [first]
          runs-on: ${{ matrix.runner }}
          timeout-minutes: 5
          strategy:
            matrix:
              runner: [ubuntu-24.04, ubuntu-24.04-arm]
          steps:
            - if: always() && github.ref == 'refs/heads/main'
              env:
                NUMBER: ${{ needs.first.outputs.number }}
              run: echo "$NUMBER"
      """;

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowIsSound(Path file) throws IOException {
    assertThat(WorkflowLint.findings(Files.readString(file))).isEmpty();
  }

  @Test
  void anActionHasOneVersionEverywhere() throws IOException {
    Map<String, String> versions = new HashMap<>();
    for (Path file : workflows()) {
      for (JsonNode uses : WorkflowLint.parse(Files.readString(file)).findValues("uses")) {
        String[] action = uses.asText().split("@", 2);
        assertThat(versions.merge(action[0], action[1], (one, other) -> one))
            .as(action[0])
            .isEqualTo(action[1]);
      }
    }
    assertThat(versions).isNotEmpty();
  }

  @Test
  void theGateWaitsForEveryOtherJob() throws IOException {
    JsonNode jobs = WorkflowLint.parse(Files.readString(DIRECTORY.resolve("ci.yml"))).path("jobs");
    List<String> needed =
        jobs.path("gate").path("needs").valueStream().map(JsonNode::asText).toList();
    assertThat(
            jobs.propertyStream()
                .map(Map.Entry::getKey)
                .filter(id -> !id.equals("gate"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void theLintFindsNothingInASoundWorkflow() {
    assertThat(WorkflowLint.findings(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          permissions:                          | permits:                          | no such key of a workflow
          contents: read                        | contents: write                   | what may be written
          name: Sound                           | run-name: Sound                   | name is missing
          @11bd71901bbe5b1630ceea73d27597364c9af683 | @v4                           | not pinned
          ' # v4.2.2'                           | ''                                | version of this commit
          needs: [first]                        | needs: [third]                    | not here: third
          needs: [first]                        | needs: [second]                   | needs itself
          outputs.number }}                     | outputs.figure }}                 | no output figure
          steps.count.                          | steps.amount.                     | no earlier step
          matrix.runner                         | matrix.machine                    | the matrix has no machine
          ubuntu-24.04-arm                      | ubuntu-latest                     | unknown runner
          '    timeout-minutes: 5'              | '    timeout: 5'                  | timeout-minutes is missing
          'run: echo "$NUMBER"'                 | 'run: echo ${{ github.head_ref }}'| lets whoever fills it run code
          'run: echo "$NUMBER"'                 | 'run: if echo "$NUMBER"'          | does not parse
          github.ref ==                         | githup.ref ==                     | unknown context
          'run: echo "$NUMBER"'                 | 'working: 1'                      | either uses an action or runs
          """)
  void theLintFindsWhatIsBroken(String sound, String broken, String finding) {
    String workflow = SOUND.replace(sound, broken);
    assertThat(workflow).isNotEqualTo(SOUND);
    assertThat(WorkflowLint.findings(workflow)).anyMatch(found -> found.contains(finding));
  }
}
