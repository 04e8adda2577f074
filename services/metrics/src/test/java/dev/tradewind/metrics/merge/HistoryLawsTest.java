package dev.tradewind.metrics.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.metrics.answer.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Laws of any history, told to a real database. */
class HistoryLawsTest {
  private static final List<String> REGIONS = List.of("CN-GD", "CN-ZJ");
  private static final List<String> PARTNERS = List.of("USA", "VNM");
  private static final List<String> PRODUCTS = List.of("39221000", "8517", "85177930");
  private static final List<String> MONTHS = List.of("2024-07", "2025-07");
  private static final int TRIES = 5;

  private static History database;

  @BeforeContainer
  static void start() {
    database = new History();
  }

  @AfterContainer
  static void stop() {
    if (database != null) {
      database.close();
    }
  }

  @Provide
  Arbitrary<List<Told>> histories() {
    return Combinators.combine(Arbitraries.integers().between(2, 5), Arbitraries.longs())
        .as((size, seed) -> history(size, new Random(seed)));
  }

  private static List<Told> history(int size, Random random) {
    List<Told> history = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      Told.Box box =
          new Told.Box(
              some(PRODUCTS, random),
              some(MONTHS, random),
              some(PARTNERS, random),
              some(REGIONS, random),
              random.nextInt(5) == 0,
              random.nextBoolean());
      List<Told.Cell> rows = new ArrayList<>();
      for (String month : box.months()) {
        for (String region : box.regions()) {
          for (String product : box.products()) {
            for (String partner : box.partners()) {
              if (random.nextInt(4) > 0) {
                rows.add(
                    new Told.Cell(
                        month, region, product, partner, random.nextInt(5), random.nextInt(3)));
              }
            }
          }
        }
      }
      List<Told.Box> boxes = new ArrayList<>(List.of(box));
      if (random.nextInt(3) == 0) {
        // The nation as reported, beside or alone
        boxes.add(
            new Told.Box(
                List.of("TOTAL"), List.of("2025-07"), List.of("WLD"), List.of("CN"), false, false));
        rows.add(new Told.Cell("2025-07", "CN", "TOTAL", "WLD", 1_000 + random.nextInt(5), 0));
      }
      int withdrawnAfter = random.nextInt(3) == 0 ? number + random.nextInt(size - number) : -1;
      history.add(new Told(number, boxes, rows, random.nextBoolean(), withdrawnAfter));
    }
    return history;
  }

  private static List<String> some(List<String> all, Random random) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(all.size())).stream().sorted().toList();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void anyOrderRepetitionAndBatchingGivesTheSameDatabase(
      @ForAll("histories") List<Told> history, @ForAll long seed) {
    // Given a history told one by one
    String plain = History.currency();
    database.tell(plain, history, history.size());
    // When all its blocks come mixed, some twice, in batches of any size, and its events in any
    // order, also twice
    Random random = new Random(seed);
    String mixed = History.currency();
    long vintage = History.firstVintage(mixed);
    List<ExportBlock> blocks = new ArrayList<>();
    history.forEach(told -> blocks.addAll(told.blocks(mixed, vintage)));
    blocks.addAll(history.get(random.nextInt(history.size())).blocks(mixed, vintage));
    Collections.shuffle(blocks, random);
    database.blocks(blocks, 1 + random.nextInt(5));
    List<Told> order = new ArrayList<>(history);
    Collections.shuffle(order, random);
    for (Told told : order) {
      if (told.withdrawnAfter() >= 0 && random.nextBoolean()) {
        database.event(told.withdrawn(mixed, vintage));
      }
      database.event(told.published(mixed, vintage, database.ends()));
      if (random.nextBoolean()) {
        database.merge();
        database.event(told.published(mixed, vintage, database.ends()));
      }
    }
    database.merge();
    history.stream()
        .filter(told -> told.withdrawnAfter() >= 0)
        .forEach(told -> database.event(told.withdrawn(mixed, vintage)));
    database.merge();
    // Then facts, sums and what was reported of the nation are the same, now and at every earlier
    // time
    assertThat(everything(mixed, history)).isEqualTo(everything(plain, history));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void readingEverythingAgainGivesTheSameDatabase(@ForAll("histories") List<Told> history) {
    // Given a history, told one by one
    String currency = History.currency();
    database.tell(currency, history, history.size());
    List<List<String>> before = everything(currency, history);
    // When logs are forgotten and everything is read again: whatever was withdrawn is so before any
    // of its rows are merged
    database.rebuild();
    // Then nothing is different, now or at any earlier time
    assertThat(everything(currency, history)).isEqualTo(before);
  }

  /** Facts, sums and what was reported, now and after each step. */
  private static List<List<String>> everything(String currency, List<Told> history) {
    List<Optional<AsOf>> times = new ArrayList<>(List.of(Optional.empty()));
    for (int count = 1; count <= history.size(); count++) {
      times.add(Optional.of(new AsOf.Moment(Told.acceptedAt(count).minusSeconds(1))));
    }
    List<List<String>> everything = new ArrayList<>();
    for (Optional<AsOf> time : times) {
      everything.add(database.facts(currency, time));
      everything.add(database.slices(currency, time));
      everything.add(database.reported(currency, time));
      everything.add(coverage(currency, time));
    }
    return everything;
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void asOfEqualsHavingStoppedThere(@ForAll("histories") List<Told> history) {
    String whole = History.currency();
    database.tell(whole, history, history.size());
    for (int count = 1; count <= history.size(); count++) {
      // Given the same history told up to there only
      String stopped = History.currency();
      database.tell(stopped, history, count);
      // Then so are facts and sums by the moment after it
      Optional<AsOf> moment = Optional.of(new AsOf.Moment(Told.acceptedAt(count).minusSeconds(1)));
      assertThat(database.facts(whole, moment))
          .isEqualTo(database.facts(stopped, Optional.empty()));
      assertThat(database.slices(whole, moment))
          .isEqualTo(database.slices(stopped, Optional.empty()));
      assertThat(database.reported(whole, moment))
          .isEqualTo(database.reported(stopped, Optional.empty()));
      // And what is known
      assertThat(coverage(whole, moment)).isEqualTo(coverage(stopped, Optional.empty()));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void asOfASubmissionIsTheMomentItWasAccepted(@ForAll("histories") List<Told> history) {
    String whole = History.currency();
    database.tell(whole, history, history.size());
    for (Told told : history) {
      Optional<AsOf> vintage = Optional.of(new AsOf.Vintage(told.id(whole)));
      Optional<AsOf> moment = Optional.of(new AsOf.Moment(Told.acceptedAt(told.number())));
      assertThat(database.facts(whole, vintage)).isEqualTo(database.facts(whole, moment));
      assertThat(database.slices(whole, vintage)).isEqualTo(database.slices(whole, moment));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void theNationAsReportedIsInNoSum(@ForAll("histories") List<Told> history) {
    String currency = History.currency();
    database.tell(currency, history, history.size());
    assertThat(database.facts(currency, Optional.empty()))
        .noneMatch(fact -> fact.contains(" CN ") || fact.contains("TOTAL"));
    assertThat(database.slices(currency, Optional.empty()))
        .noneMatch(slice -> slice.matches(".* CN [0-9]+"));
  }

  private static List<String> coverage(String currency, Optional<AsOf> asOf) {
    return database.read(
        currency,
        asOf,
        reading ->
            reading.coverage().boxes().stream()
                .map(
                    box ->
                        "%s %s %s %s %s %s %s"
                            .formatted(
                                box.file(),
                                box.products(),
                                box.months(),
                                box.listedOnly(),
                                box.partners(),
                                box.regions(),
                                box.provisional()))
                .toList());
  }
}
