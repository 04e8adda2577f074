package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import dev.tradewind.contracts.message.ExportBlock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplyTest extends MetricsTest {
  private static final String GD = "CN-GD";
  private static final String ZJ = "CN-ZJ";

  private static Rows rows() {
    return new Rows()
        .add("2025-06", GD, "USA", "39221000", 100)
        .add("2025-07", GD, "USA", "39221000", 200)
        .add("2025-07", ZJ, "USA", "39221000", 300)
        .add("2025-07", ZJ, "VNM", "39221000", 400);
  }

  @Test
  void aCompleteSubmissionBecomesFactsAndSums() {
    // Given a submission, when all of it was published
    apply(TestSubmission.of(currency, rows()));
    // Then its rows are facts, and the sums are made of them
    assertThat(tables.facts(currency))
        .containsExactly(
            "202506 CN-GD 39221000 USA 100",
            "202507 CN-GD 39221000 USA 200",
            "202507 CN-ZJ 39221000 USA 300",
            "202507 CN-ZJ 39221000 VNM 400");
    assertThat(tables.slices(currency))
        .contains("202507 all CN-ZJ USA 300", "202507 all CN-ZJ WLD 700");
  }

  @Test
  void nothingIsVisibleBeforeAllOfItIsHere() {
    // Given a submission of which one block is missing, and its event
    TestSubmission submission = TestSubmission.of(currency, rows());
    List<ExportBlock> blocks = submission.blocks();
    Map<Integer, Long> ends = topics.send(blocks.subList(0, blocks.size() - 1));
    ExportBlock last = blocks.get(blocks.size() - 1);
    await().until(() -> tables.observations(submission.id()) == rows().count() - 2);
    // When the merges looked at it
    assertThat(tables.facts(currency)).isEmpty();
    // Then it waits until the last block is there
    topics.send(List.of(last)).forEach((p, end) -> ends.merge(p, end, Math::max));
    topics.complete(submission, ends);
    awaitState(submission, "applied");
    assertThat(tables.facts(currency)).hasSize(4);
  }

  @Test
  void repeatedBlocksAndEventsChangeNothing() {
    // Given a submission whose blocks and event come three times, in any order
    TestSubmission submission = TestSubmission.of(currency, rows());
    List<ExportBlock> blocks = new ArrayList<>(submission.blocks());
    topics.send(blocks);
    Collections.reverse(blocks);
    topics.send(blocks);
    topics.complete(submission, topics.send(blocks));
    topics.complete(submission, topics.send(blocks));
    // Then it is applied once
    awaitState(submission, "applied");
    assertThat(tables.facts(currency)).hasSize(4);
    assertThat(tables.observations(submission.id())).isEqualTo(4);
  }

  @Test
  void onlyTheAttemptThatTheEventNamesCounts() {
    // Given a first attempt that died half-way, with other rows, and a second that was completed
    TestSubmission second = TestSubmission.of(currency, rows()).attempt(2);
    TestSubmission first =
        new TestSubmission(
            second.id(),
            1,
            second.vintage(),
            currency,
            null,
            new Rows().add("2025-07", GD, "DEU", "39221000", 9_999),
            second.box());
    topics.send(first.blocks());
    topics.publish(second);
    // Then only the second is applied, and the first is swept
    awaitState(second, "applied");
    assertThat(tables.facts(currency)).hasSize(4).noneMatch(fact -> fact.contains("DEU"));
    await().until(() -> tables.observations(second.id()) == 4);
  }

  @Test
  void aCellOfTheBoxWithoutARowBecomesZeroAndARevision() {
    // Given facts, when a newer vintage lists the same product and month without Zhejiang's cell
    apply(TestSubmission.of(currency, rows()));
    apply(
        TestSubmission.of(currency, new Rows().add("2025-07", GD, "USA", "39221000", 500))
            .covering(List.of("39221000"), List.of("2025-07"), List.of("USA"), List.of(GD, ZJ)));
    // Then that cell is zero, the other new, and what the box does not hold stands
    assertThat(tables.facts(currency))
        .containsExactly(
            "202506 CN-GD 39221000 USA 100",
            "202507 CN-GD 39221000 USA 500",
            "202507 CN-ZJ 39221000 USA 0",
            "202507 CN-ZJ 39221000 VNM 400");
    assertThat(tables.revisions(currency)).containsExactly("200>500", "300>0");
    assertThat(tables.slices(currency)).contains("202507 all CN-ZJ WLD 400");
  }

  @Test
  void anOlderVintageThatComesLaterFillsOnlyWhatIsOpen() {
    // Given two submissions of which the newer comes first
    TestSubmission older = TestSubmission.of(currency, rows());
    TestSubmission newer =
        TestSubmission.of(currency, new Rows().add("2025-07", GD, "USA", "39221000", 500))
            .covering(List.of("39221000"), List.of("2025-07"), List.of("USA"), List.of(GD, ZJ));
    apply(newer);
    apply(older);
    // Then the facts are the same as in the other order, and nobody saw a revision
    assertThat(tables.facts(currency))
        .containsExactly(
            "202506 CN-GD 39221000 USA 100",
            "202507 CN-GD 39221000 USA 500",
            "202507 CN-ZJ 39221000 USA 0",
            "202507 CN-ZJ 39221000 VNM 400");
    assertThat(tables.revisions(currency)).isEmpty();
  }

  @Test
  void aMonthOfACutFileClaimsOnlyItsRows() {
    // Given facts, when a file that was cut in 2025-07 lists one cell of it
    apply(TestSubmission.of(currency, rows()));
    TestSubmission cut =
        TestSubmission.of(currency, new Rows().add("2025-07", GD, "USA", "39221000", 777))
            .with(
                box ->
                    new dev.tradewind.contracts.message.CoverageBox(
                        box.file(),
                        box.products(),
                        List.of(),
                        box.months(),
                        List.of("USA", "VNM"),
                        List.of(GD, ZJ),
                        true,
                        true));
    apply(cut);
    // Then only that cell changes
    assertThat(tables.facts(currency))
        .contains(
            "202507 CN-GD 39221000 USA 777",
            "202507 CN-ZJ 39221000 USA 300",
            "202507 CN-ZJ 39221000 VNM 400");
  }

  @Test
  void aWithdrawnSubmissionGivesItsCellsBack() {
    // Given two vintages, when the newer is withdrawn
    apply(TestSubmission.of(currency, rows()));
    List<String> before = tables.facts(currency);
    List<String> sums = tables.slices(currency);
    TestSubmission newer =
        apply(
            TestSubmission.of(
                currency,
                new Rows()
                    .add("2025-07", GD, "USA", "39221000", 500)
                    .add("2025-07", GD, "MEX", "39221000", 1)));
    topics.event(newer.id(), newer.withdrawn());
    awaitState(newer, "withdrawn");
    // Then the facts are those of the older, and the close says so
    assertThat(tables.facts(currency)).isEqualTo(before);
    assertThat(tables.slices(currency)).isEqualTo(sums);
    awaitClose(newer, 2);
    assertThat(topics.closes(newer.id()))
        .extracting("cause")
        .containsExactly("published", "withdrawn");
  }

  @Test
  void aWithdrawalThatComesFirstWinsAndWhatWasKnownUntilThenIsRemembered() {
    // Given a withdrawal, when the submission itself comes after it
    TestSubmission submission = TestSubmission.of(currency, rows());
    topics.event(submission.id(), submission.withdrawn());
    topics.publish(submission);
    awaitState(submission, "withdrawn");
    awaitClose(submission, 1);
    // Then it never counts
    await().until(() -> remembered(submission));
    assertThat(tables.facts(currency)).isEmpty();
    assertThat(tables.slices(currency)).isEmpty();
    assertThat(topics.closes(submission.id())).extracting("cause").containsExactly("withdrawn");
    // But who had asked between its acceptance and its withdrawal would have seen it
    given()
        .queryParam("currency", currency)
        .queryParam("by", "period")
        .queryParam("asOf", submission.id())
        .get("/api/v1/exports")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  @Test
  void rowsOfAWithdrawnSubmissionThatWasNeverCompleteAreSwept() {
    // Given one whose rows are not those of its event, one that was never complete, since long ago
    TestSubmission contradicting = TestSubmission.of(currency, rows());
    topics.event(contradicting.id(), contradicting.withdrawn());
    Map<Integer, Long> ends = topics.send(contradicting.blocks());
    topics.event(contradicting.id(), contradicting.published(topics.topicId(), ends, 5));
    TestSubmission endless = TestSubmission.of(currency, rows());
    topics.send(endless.blocks());
    topics.event(endless.id(), endless.withdrawn());
    awaitState(endless, "withdrawn");
    await().until(() -> tables.observations(endless.id()) > 0);
    tables.run(
        "UPDATE submission SET first_seen_at = now() - interval '2 days' WHERE id = $1",
        endless.id());
    // Then nothing of them stays
    await().until(() -> tables.observations(endless.id()) == 0);
    await().until(() -> tables.observations(contradicting.id()) == 0);
    assertThat(
            tables.list(
                "SELECT state || ': ' || reason FROM submission WHERE id = $1",
                row -> row.getString(0),
                contradicting.id()))
        .containsExactly("withdrawn: its blocks hold 4 cells, not 5");
  }

  private boolean remembered(TestSubmission submission) {
    return !tables
        .list(
            "SELECT no FROM submission WHERE id = $1 AND applied_at IS NOT NULL",
            row -> row.getInteger(0),
            submission.id())
        .isEmpty();
  }

  @Test
  void aSubmissionThatContradictsItsEventIsStuckAndNotApplied() {
    // Given an event that counts one cell more than the blocks hold
    TestSubmission submission = TestSubmission.of(currency, rows());
    Map<Integer, Long> ends = topics.send(submission.blocks());
    topics.event(submission.id(), submission.published(topics.topicId(), ends, 5));
    // Then it is stuck with the reason
    awaitState(submission, "stuck");
    assertThat(
            tables.list(
                "SELECT reason FROM submission WHERE id = $1",
                row -> row.getString(0),
                submission.id()))
        .containsExactly("its blocks hold 4 cells, not 5");
    assertThat(tables.facts(currency)).isEmpty();
  }

  @Test
  void rowsOutsideTheCoverageAreRefused() {
    // Given a submission that says it covers another product than its rows name
    TestSubmission submission =
        TestSubmission.of(currency, rows())
            .covering(
                List.of("73249000"),
                List.of("2025-06", "2025-07"),
                List.of("USA", "VNM"),
                List.of(GD, ZJ));
    topics.publish(submission);
    // Then it is stuck
    awaitState(submission, "stuck");
    assertThat(tables.facts(currency)).isEmpty();
  }

  @Test
  void anEqualVintageOfAnotherSubmissionIsRefused() {
    // Given an applied submission, when another with its vintage comes
    TestSubmission first = apply(TestSubmission.of(currency, rows()));
    TestSubmission second =
        TestSubmission.of(currency, new Rows().add("2025-07", GD, "USA", "39221000", 1))
            .vintage(first.vintage());
    topics.publish(second);
    // Then it is refused
    awaitState(second, "refused");
    assertThat(tables.facts(currency)).contains("202507 CN-GD 39221000 USA 200");
  }

  @Test
  void aRecordThatCannotBeReadIsDivertedAndReadingGoesOn() {
    // Given nonsense in the topic
    var sent =
        topics.send(
            dev.tradewind.contracts.Topics.EXPORTS,
            "CN-GD|2025-07",
            "{\"no\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    // When a submission follows
    apply(TestSubmission.of(currency, rows()));
    // Then it is applied, and the nonsense is put aside
    assertThat(
            tables.list(
                "SELECT reason FROM poison WHERE topic = $1 AND partition = $2 AND record = $3",
                row -> row.getString(0),
                sent.topic(),
                sent.partition(),
                sent.offset()))
        .hasSize(1);
  }
}
