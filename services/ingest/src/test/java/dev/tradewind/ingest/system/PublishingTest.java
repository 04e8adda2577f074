package dev.tradewind.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.KafkaResource;
import dev.tradewind.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "db", value = "ingest"))
class PublishingTest {

  @Test
  void everyRowOfAFileGoesToKafkaInNumberedBlocks() {
    CustomsFile file = CustomsFile.usd();
    Map<String, Long> expected = new HashMap<>();
    // More than two blocks of one region and month, and a few others.
    for (int i = 0; i < 1203; i++) {
      String product = String.valueOf(39_000_000 + i);
      file.row("2025-07", "CN-GD", "USA", product, 1_000 + i);
      expected.put("CN-GD 2025-07 USA " + product, (1_000L + i) * 100);
    }
    file.row("2025-06", "CN-GD", "VNM", "39000000", 5);
    file.row("2025-07", "CN-ZJ", "USA", "39000001", 7)
        .row("2025-07", "CN-ZJ", "USA", "39000001", 8);
    expected.put("CN-GD 2025-06 VNM 39000000", 500L);
    expected.put("CN-ZJ 2025-07 USA 39000001", 1500L);

    UUID id = Client.accepted(file.gzip(), "label", "modelled", "name", "july.csv.gz");
    JsonPath submission = Client.awaitState(id, "published");
    SubmissionEvent.Published event = published(id);
    List<Topic.Stored> stored = Topic.blocks(id);

    assertThat(cells(stored)).isEqualTo(expected);
    assertThat(stored).allSatisfy(s -> assertThat(s.block().rows()).hasSizeLessThanOrEqualTo(500));
    assertThat(stored).allSatisfy(s -> assertThat(s.key()).isEqualTo(s.block().key()));
    assertThat(stored.stream().map(s -> s.block().block()).sorted().toList())
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(event.blocks()).isEqualTo(5);
    assertThat(event.rows()).isEqualTo(1206);
    assertThat(event.distinctKeys()).isEqualTo(1205);
    assertThat(event.endOffsets()).isEqualTo(ends(stored));
    assertThat(event.topicId()).isNotBlank();
    assertThat(event.label()).isEqualTo("modelled");
    assertThat(event.flow()).isEqualTo("X");
    assertThat(event.currency()).isEqualTo("USD");
    assertThat(event.vintage()).isEqualTo(submission.getLong("vintage"));
    CoverageBox box = event.coverage().get(0);
    assertThat(box.months()).containsExactly(YearMonth.of(2025, 6), YearMonth.of(2025, 7));
    assertThat(box.partners()).containsExactly("USA", "VNM");
    assertThat(box.allPartners()).isTrue();
    assertThat(box.file()).isEqualTo("july.csv.gz");
    assertThat(submission.getInt("counts.rows")).isEqualTo(1206);
    assertThat(submission.getInt("counts.keys")).isEqualTo(1205);
    assertThat(submission.getInt("counts.blocks")).isEqualTo(5);
    assertThat(submission.getString("files[0].encoding")).isEqualTo("GB18030");
    assertThat(submission.getString("files[0].format")).isEqualTo("gacc-csv");
    assertThat(submission.getString("options.label")).isEqualTo("modelled");
  }

  @Test
  void nothingOfARejectedFileReachesKafka() {
    byte[] file =
        CustomsFile.usd()
            .row("2025-07", "CN-GD", "USA", "39221000", 5)
            .row(
                dev.tradewind.testing.CustomsRow.of("2025-07", "CN-GD", "USA", "39221000", 5)
                    .with(dev.tradewind.testing.CustomsColumn.REGION, "99"))
            .bytes();

    UUID id = Client.accepted(file);
    JsonPath submission = Client.awaitState(id, "rejected");

    assertThat(submission.getString("reason")).startsWith("unknown-region");
    assertThat(submission.getInt("problems[0].line")).isEqualTo(3);
    assertThat(submission.getInt("counts.problems")).isEqualTo(1);
    assertThat(Topic.blocks(id)).isEmpty();
    assertThat(Topic.events(id)).isEmpty();
  }

  private static SubmissionEvent.Published published(UUID id) {
    List<SubmissionEvent> events =
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> Topic.events(id), found -> !found.isEmpty());
    return (SubmissionEvent.Published) events.get(0);
  }

  private static Map<String, Long> cells(List<Topic.Stored> stored) {
    Map<String, Long> cells = new HashMap<>();
    for (Topic.Stored block : stored) {
      for (ExportBlock.Row row : block.block().rows()) {
        cells.put(
            block.block().region()
                + " "
                + block.block().period()
                + " "
                + row.partner()
                + " "
                + row.product(),
            row.value());
      }
    }
    return cells;
  }

  private static Map<Integer, Long> ends(List<Topic.Stored> stored) {
    Map<Integer, Long> ends = new TreeMap<>();
    stored.forEach(block -> ends.merge(block.partition(), block.offset() + 1, Math::max));
    return ends;
  }
}
