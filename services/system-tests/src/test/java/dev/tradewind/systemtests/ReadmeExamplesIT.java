package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the gateway's README, run as they stand there. */
@ExtendWith(ModelledSystem.class)
class ReadmeExamplesIT {
  private static final Path README = Path.of("..", "gateway", "README.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: ([a-z-]+) -->\\s*```[a-z]+\n(.*?)```", Pattern.DOTALL);

  @TempDir Path directory;
  private final String gateway;

  ReadmeExamplesIT(RunningSystem system) {
    this.gateway = system.api().gateway().toString();
  }

  @Test
  void curl() throws Exception {
    assumeTrue(has("curl", "--version"), "no curl");

    assertThat(run("example.sh", "curl", "bash", "-euo", "pipefail"))
        .contains("region,regionName,partner,sector,period")
        .contains("CN-GD,")
        .contains("HTTP/1.1 304")
        .contains("\"type\":\"https://tradewind.dev/problems/");
  }

  @Test
  void java() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    assertThat(run("Decline.java", "java", java)).contains("CN-YN").contains("-71.");
  }

  @Test
  void pythonWithItsStandardLibraryOnly() throws Exception {
    assumeTrue(has("python3", "--version"), "no python3");

    assertThat(run("decline.py", "python", "python3")).contains("CN-YN").contains("-71.");
  }

  @Test
  void pythonWithPandas() throws Exception {
    assumeTrue(has("python3", "-c", "import pandas"), "no pandas");

    assertThat(run("decline.py", "pandas", "python3")).contains("CN-YN").contains("-71.");
  }

  @Test
  void r() throws Exception {
    assumeTrue(has("Rscript", "--version"), "no R");

    assertThat(run("decline.R", "r", "Rscript")).contains("CN-YN").contains("-71.");
  }

  @Test
  void grafanaFindsTheColumnsThatItsQueryNames() throws IOException {
    JsonNode query = new JsonMapper().readTree(example("grafana"));

    Response answer =
        RestAssured.given()
            .urlEncodingEnabled(false)
            .accept(query.path("url_options").path("headers").path(0).path("value").asText())
            .get(query.path("url").asText());

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(query.path("type").asText()).isEqualTo("csv");
    List<String> header =
        Arrays.asList(answer.asString().lines().findFirst().orElse("").split(","));
    assertThat(query.path("columns").findValuesAsText("selector")).isNotEmpty().isSubsetOf(header);
  }

  private String run(String file, String example, String... interpreter) throws Exception {
    Path script = Files.writeString(directory.resolve(file), example(example));
    String[] command = Arrays.copyOf(interpreter, interpreter.length + 1);
    command[interpreter.length] = script.toString();
    File output = directory.resolve("output").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output.toPath());
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /** That example, for this system instead of the one that everybody starts first. */
  private String example(String name) throws IOException {
    List<String> found =
        EXAMPLE
            .matcher(Files.readString(README, StandardCharsets.UTF_8))
            .results()
            .filter(match -> match.group(1).equals(name))
            .map((MatchResult match) -> match.group(2))
            .toList();
    assertThat(found).as("examples of " + name).hasSize(1);
    return found.get(0).replace("http://localhost:8080", gateway);
  }

  private static boolean has(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
