package dev.tradewind.systemtests;

import static dev.tradewind.testing.CustomsColumn.PARTNER;
import static dev.tradewind.testing.CustomsColumn.PARTNER_NAME;
import static dev.tradewind.testing.CustomsColumn.PERIOD;
import static dev.tradewind.testing.CustomsColumn.REGION;
import static dev.tradewind.testing.CustomsColumn.VALUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.testing.CustomsColumn;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.CustomsRow;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that people send by mistake: a clear problem each, and nothing of them is published. */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final String PRODUCT = "39221000";

  private final Api api;

  BadInputIT(RunningSystem system) {
    this.api = system.api();
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("encoding", scrambled()),
        Arguments.of("missing-period", one(file().without(PERIOD))),
        Arguments.of("unknown-region", one(file(REGION, "99"))),
        Arguments.of("unknown-partner", one(file(PARTNER, "998"))),
        Arguments.of("negative-value", one(file(VALUE, "-1,234"))),
        Arguments.of("not-a-number", one(file(VALUE, "12x4"))),
        Arguments.of(
            "mixed-currency",
            List.of(
                Upload.of("dollars.csv", file()),
                Upload.of(
                    "yuan.csv",
                    CustomsFile.cny().row("2025-07", "CN-ZJ", "USA", PRODUCT, 1_000_000)))),
        Arguments.of(
            "import-file", one(file().header(PARTNER, "原产国编码").header(PARTNER_NAME, "原产国名称"))),
        Arguments.of("truncated-gzip", truncated()),
        Arguments.of("no-rows", one(CustomsFile.usd())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aClearProblemAndNothingIsPublished(String code, List<Upload> files) {
    JsonNode rejected = api.settled(api.submit(files, Map.of()));
    assertThat(rejected.path("state").asText()).as(rejected.toPrettyString()).isEqualTo("rejected");
    assertThat(rejected.path("progress").path("blocksPublished").asLong()).isZero();
    List<JsonNode> problems =
        api.list("/submissions/" + rejected.path("id").asText() + "/problems", Map.of());
    assertThat(problems).extracting(problem -> problem.path("code").asText()).contains(code);
    for (JsonNode problem : problems) {
      assertThat(problem.path("message").asText()).as(problem.toString()).isNotBlank();
      assertThat(problem.path("advice").asText()).as(problem.toString()).isNotBlank();
    }
    assertThat(api.list("/exports", Map.of("by", "region", "product", PRODUCT))).isEmpty();
  }

  @Test
  void aBadRowIsShownWithItsPlaceAndValue() {
    List<Upload> files = one(file(REGION, "98"));
    String id = api.settled(api.submit(files, Map.of())).path("id").asText();
    JsonNode problem = api.list("/submissions/" + id + "/problems", Map.of()).get(0);
    assertThat(problem.path("line").asInt()).isEqualTo(3);
    assertThat(problem.path("value").asText()).isEqualTo("98");
    assertThat(problem.path("severity").asText()).isEqualTo("error");
  }

  @Test
  void anEmptyFileIsRefusedWithAnExplanation() {
    Response response = api.post(new Upload("empty.csv", new byte[0]), Map.of());
    if (response.statusCode() == 202) {
      JsonNode settled = api.settled(Api.tree(response).path("id").asText());
      assertThat(settled.path("state").asText()).isEqualTo("rejected");
      assertThat(settled.path("problems")).isNotEmpty();
    } else {
      assertThat(response.statusCode()).isBetween(400, 499);
      assertThat(response.contentType()).startsWith("application/problem+json");
      assertThat(Api.tree(response).path("advice").asText()).isNotBlank();
    }
  }

  @Test
  void anUnknownOptionIsRefusedAtOnce() {
    Response response = api.post(Upload.of("good.csv", file()), Map.of("perod", "2025-07"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.asString()).contains("perod");
  }

  @Test
  void exactlyTenThousandRowsAreTakenWithAWarningThatShowsWithTheNumbers() {
    String id = api.submit(one(cut()), Map.of());
    api.awaitApplied(id);
    JsonNode submission = api.submission(id);
    assertThat(submission.path("counts").path("warnings").asInt()).isPositive();
    assertThat(submission.path("problems").toString()).contains("row-limit").contains("10,000");
    Indicators last = yuan("2025-06");
    assertThat(last.row("CN-GD").path("status").asText()).isEqualTo("hole");
    assertThat(last.row("CN-GD").path("reasons").toString()).contains("10,000");
    assertThat(yuan("2025-05").row("CN-GD").path("status").asText()).isNotEqualTo("hole");
  }

  private Indicators yuan(String period) {
    return api.indicators(
        Map.of("partner", "USA", "period", period, "window", "month", "currency", "CNY"));
  }

  /** Ten thousand rows of two months, in yuan, so that other tests' figures do not see them. */
  private static CustomsFile cut() {
    CustomsFile file = CustomsFile.cny();
    List<String> partners =
        Partner.all().stream()
            .filter(
                partner -> partner.gaccCodes().stream().anyMatch(code -> code.validTo() == null))
            .map(Partner::code)
            .toList();
    int rows = 0;
    for (String period : List.of("2025-05", "2025-06")) {
      for (String partner : partners) {
        for (Region region : Region.all()) {
          if (rows < 10_000) {
            file.row(period, region.code(), partner, "73249000", 1_000 + rows);
            rows++;
          }
        }
      }
    }
    assertThat(rows).isEqualTo(10_000);
    return file;
  }

  private static List<Upload> one(CustomsFile file) {
    return List.of(Upload.of("file.csv", file));
  }

  private static CustomsFile file() {
    return CustomsFile.usd()
        .row("2025-07", "CN-GD", "USA", PRODUCT, 63_994_478)
        .row("2025-07", "CN-ZJ", "USA", PRODUCT, 1_234_567);
  }

  /** One bad row among good ones, in line 3. */
  private static CustomsFile file(CustomsColumn column, String value) {
    CustomsRow good = CustomsRow.of("2025-07", "CN-ZJ", "VNM", PRODUCT, 4_711);
    return CustomsFile.usd()
        .row("2025-07", "CN-GD", "USA", PRODUCT, 63_994_478)
        .row(good.with(column, value))
        .row(good);
  }

  /** Neither UTF-8 nor GB18030: the middle of the text is broken. */
  private static List<Upload> scrambled() {
    byte[] bytes = file().encoding(UTF_8).bytes();
    bytes[bytes.length / 2] = (byte) 0xFF;
    bytes[bytes.length / 2 + 1] = (byte) 0xFF;
    return List.of(new Upload("scrambled.csv", bytes));
  }

  private static List<Upload> truncated() {
    byte[] whole = file().gzip();
    return List.of(new Upload("cut.csv.gz", Arrays.copyOf(whole, whole.length * 2 / 3)));
  }
}
