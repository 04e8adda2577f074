package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.testing.CustomsColumn;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.CustomsRow;
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
class PublishingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Database database;

  PublishingTest(Database database) {
    this.database = database;
  }

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
                CustomsRow.of("2025-07", "CN-GD", "USA", "39221000", 5)
                    .with(CustomsColumn.REGION, "99"))
            .bytes();

    UUID id = Client.accepted(file);
    JsonPath submission = Client.awaitState(id, "rejected");

    assertThat(submission.getString("reason")).startsWith("unknown-region");
    assertThat(submission.getInt("problems[0].line")).isEqualTo(3);
    assertThat(submission.getInt("counts.problems")).isEqualTo(1);
    assertThat(Topic.blocks(id)).isEmpty();
    assertThat(Topic.events(id)).isEmpty();
  }

  @Test
  void severalFilesAreOneSubmission() {
    byte[] june = CustomsFile.usd().row("2025-06", "CN-GD", "USA", "39221000", 5).bytes();
    byte[] july = CustomsFile.usd().row("2025-07", "CN-ZJ", "VNM", "39221000", 7).gzip();

    UUID id =
        UUID.fromString(
            given()
                .multiPart("files", "june.csv", june, "text/csv")
                .multiPart("files", "july.csv.gz", july, "application/gzip")
                .post(Client.SUBMISSIONS)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    Client.awaitState(id, "published");

    assertThat(cells(Topic.blocks(id)))
        .isEqualTo(Map.of("CN-GD 2025-06 USA 39221000", 500L, "CN-ZJ 2025-07 VNM 39221000", 700L));
    assertThat(published(id).coverage())
        .extracting(CoverageBox::file)
        .containsExactly("june.csv", "july.csv.gz");
  }

  @Test
  void aTakenOverSubmissionIsPublishedFromItsStoredBlocksWithoutReadingItsFiles() {
    byte[] file = CustomsFile.usd().row("2025-07", "CN-SC", "USA", "39221000", 5).bytes();
    UUID id = Client.accepted(file);
    Client.awaitState(id, "published");
    SubmissionEvent.Published first = published(id);

    // As if the worker had died before Kafka answered, and its lease had run out.
    database.update("delete from chunk where submission = $1", id);
    database.update(
        "update submission set state = 'publishing', published_attempt = null, announced_at = null,"
            + " acknowledged_blocks = 0, end_offsets = null, due_at = clock_timestamp() where id = $1",
        id);
    Awaitility.await().atMost(PATIENCE).until(() -> Topic.events(id).size() == 2);
    SubmissionEvent.Published second = (SubmissionEvent.Published) Topic.events(id).get(1);

    // Word for word the same block, so that a worker that only seemed dead does no harm.
    List<Topic.Stored> stored = Topic.blocks(id);
    assertThat(stored).hasSize(2);
    assertThat(stored.get(1).block()).isEqualTo(stored.get(0).block());
    assertThat(second.attempt()).isEqualTo(first.attempt());
    assertThat(second.endOffsets()).isEqualTo(ends(stored));
    assertThat(second.vintage()).isEqualTo(first.vintage());
  }

  @Test
  void publishingGoesOnAfterTheBlocksThatKafkaHas() {
    CustomsFile file = CustomsFile.usd();
    for (int i = 0; i < 1600; i++) {
      file.row("2025-07", "CN-HI", "USA", String.valueOf(39_000_000 + i), 1_000 + i);
    }
    UUID id = Client.accepted(file.gzip());
    Client.awaitState(id, "published");
    List<Topic.Stored> before = Topic.blocks(id);
    String ends = "{\"" + before.get(1).partition() + "\":" + (before.get(1).offset() + 1) + "}";

    // As if the worker had died after it noted that the first two of four blocks are there.
    database.update(
        "update submission set state = 'publishing', published_attempt = null, announced_at = null,"
            + " acknowledged_blocks = 2, end_offsets = $2, due_at = clock_timestamp() where id = $1",
        id,
        ends);
    Awaitility.await().atMost(PATIENCE).until(() -> Topic.events(id).size() == 2);
    SubmissionEvent.Published second = (SubmissionEvent.Published) Topic.events(id).get(1);
    List<Topic.Stored> after = Topic.blocks(id);

    assertThat(after.stream().map(s -> s.block().block())).containsExactly(0, 1, 2, 3, 2, 3);
    assertThat(second.endOffsets()).isEqualTo(ends(after));
    assertThat(second.blocks()).isEqualTo(4);
    assertThat(second.distinctKeys()).isEqualTo(1600);
  }

  @Test
  void anEventThatMayHaveBeenLostIsSentAgainWordForWord() {
    byte[] file = CustomsFile.usd().row("2025-07", "CN-YN", "USA", "39221000", 5).bytes();
    UUID id = Client.accepted(file);
    Client.awaitState(id, "published");
    SubmissionEvent.Published first = published(id);

    // As if the worker had died between Kafka's acknowledgement and its own note of it.
    database.update(
        "update submission set announced_at = null, due_at = clock_timestamp() where id = $1", id);
    Awaitility.await().atMost(PATIENCE).until(() -> Topic.events(id).size() == 2);

    assertThat(Topic.events(id).get(1)).isEqualTo(first);
    assertThat(Topic.blocks(id)).hasSize(1);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                database
                    .execute("select announced_at, due_at from submission where id = $1", id)
                    .get(0),
            row -> row.getValue("announced_at") != null && row.getValue("due_at") == null);
  }

  private static SubmissionEvent.Published published(UUID id) {
    List<SubmissionEvent> events =
        Awaitility.await()
            .atMost(PATIENCE)
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
