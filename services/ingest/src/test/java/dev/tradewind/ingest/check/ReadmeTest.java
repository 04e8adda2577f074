package dev.tradewind.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ingest.format.Formats;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md says of formats, tests and problems is so. */
class ReadmeTest {
  private static final String TESTS = "dev.tradewind.ingest.check.";
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final Pattern CELLS =
      Pattern.compile("(?m)^\\| `([a-z0-9-]+)` ((?:\\| [AB–] )+)\\|$");

  private final String readme;

  ReadmeTest() throws IOException {
    readme = Files.readString(Path.of("README.md"));
  }

  @Test
  void namesOnlyTestsThatAreThere() {
    List<String> missing = new ArrayList<>();
    for (MatchResult test : TEST.matcher(readme).results().toList()) {
      try {
        Class<?> type = Class.forName(TESTS + test.group(1));
        String method = test.group(2);
        if (method != null
            && Arrays.stream(type.getDeclaredMethods())
                .noneMatch(m -> m.getName().equals(method))) {
          missing.add(test.group());
        }
      } catch (ClassNotFoundException e) {
        missing.add(test.group());
      }
    }

    assertThat(missing).isEmpty();
    assertThat(readme)
        .contains("`FormatsTest.", "`LayoutsTest.", "`CorpusTest`", "`RealFilesTest`");
  }

  @Test
  void hasARowForEveryFormatAndACellForEveryEncoding() {
    List<MatchResult> rows = CELLS.matcher(readme).results().toList();
    String header = "| Format |";
    for (SampleEncoding encoding : SampleEncoding.values()) {
      header += " " + encoding + " |";
    }

    assertThat(readme).contains(header);
    assertThat(rows.stream().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(Formats.ids());
    for (MatchResult row : rows) {
      boolean text =
          Arrays.stream(SampleFormat.values()).anyMatch(f -> f.id().equals(row.group(1)));
      String cell = text ? "| A " : "| – ";
      assertThat(row.group(2))
          .as(row.group(1))
          .endsWith(cell.repeat(SampleEncoding.values().length - 1));
    }
  }

  @Test
  void listsEveryProblem() {
    assertThat(ProblemCode.values())
        .allSatisfy(code -> assertThat(readme).contains("`" + code.id() + "`"));
  }
}
