package dev.tradewind.ingest.current;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.Months;
import dev.tradewind.ingest.check.Review;
import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.sort.CellKey;
import dev.tradewind.ingest.sort.Cells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Compares a checked submission with what the published ones say, in one walk over its cells. Only
 * one region's series and one month's cells are in memory at a time.
 */
final class Comparison implements Review {
  /** Loads who speaks for a currency and a range of months. */
  interface Past {
    LiveSubmissions load(String currency, int first, int last);
  }

  private final Past past;
  private final int historyMonths;
  private final boolean countChanges;
  private final BooleanSupplier goOn;
  private final List<SliceChange> slices = new ArrayList<>();
  private final UnitSlip slip = new UnitSlip();
  private boolean complete = true;

  /**
   * A comparison.
   *
   * @param historyMonths how many months before the first belong to a series' past
   * @param countChanges whether changes are wanted even where there is no past
   * @param goOn asked between months; when false, the rest is left out
   */
  Comparison(Past past, int historyMonths, boolean countChanges, BooleanSupplier goOn) {
    this.past = past;
    this.historyMonths = historyMonths;
    this.countChanges = countChanges;
    this.goOn = goOn;
  }

  /** What was found to change. */
  Changes changes() {
    return new Changes(List.copyOf(slices), complete);
  }

  @Override
  public void review(
      String currency,
      List<String> files,
      List<CoverageBox> coverage,
      Opened opened,
      Consumer<Problem> problems)
      throws IOException {
    Claim mine = Claim.of(new UUID(0, 0), Long.MAX_VALUE, coverage, new HashMap<>());
    BitSet months = new BitSet();
    mine.boxes()
        .forEach(
            box -> {
              months.or(box.complete());
              months.or(box.listed());
            });
    LiveSubmissions live =
        past.load(currency, months.nextSetBit(0) - historyMonths, months.length() - 1);
    if (live.isEmpty() && !countChanges) {
      return;
    }
    try (Cells cells = opened.open()) {
      Walk walk = new Walk(live, mine, files, cells);
      walk.all();
      walk.endedSlices(months);
    }
    slip.report(files.get(0), problems);
  }

  private final class Walk {
    private final LiveSubmissions live;
    private final Claim mine;
    private final List<String> files;
    private final Cells cells;
    private final Set<Integer> visited = new HashSet<>();
    private SeriesLevels levels = new SeriesLevels();
    private boolean ahead;

    Walk(LiveSubmissions live, Claim mine, List<String> files, Cells cells) {
      this.live = live;
      this.mine = mine;
      this.files = files;
      this.cells = cells;
    }

    void all() throws IOException {
      ahead = cells.next();
      while (ahead && complete) {
        region(cells.region());
      }
    }

    private void region(int region) throws IOException {
      levels = new SeriesLevels();
      int known = Math.max(0, cells.month() - historyMonths);
      while (ahead && cells.region() == region && complete) {
        int month = cells.month();
        for (; known < month && historyMonths > 0; known++) {
          CellValues before = live.current(region, known);
          before.forEachLeft(this::remember);
        }
        known = month + 1;
        month(region, month);
        complete = goOn.getAsBoolean();
      }
    }

    private void remember(int product, int partner, long value) {
      levels.add(CellValues.key(product, partner), value);
    }

    private void month(int region, int month) throws IOException {
      visited.add(slice(region, month));
      CellValues now = live.current(region, month);
      Counts counts = new Counts();
      while (ahead && cells.region() == region && cells.month() == month) {
        int product = CellKey.product(cells.product());
        long key = CellValues.key(product, cells.partner());
        long was = Math.max(0, now.take(key));
        counts.count(was, cells.value());
        judge(key, was);
        levels.add(key, cells.value());
        ahead = cells.next();
      }
      now.forEachLeft(
          (product, partner, was) -> {
            remember(product, partner, was);
            counts.left(was, mine.covers(region, month, product, partner));
          });
      slices.add(counts.change(region, month));
    }

    private void judge(long key, long was) {
      long value = cells.value();
      double level = levels.level(key);
      if (Double.isNaN(level) && was > 0) {
        level = Math.log10((double) was);
      }
      if (value > 0 && !Double.isNaN(level)) {
        slip.compare(value, level, this::jump);
      }
    }

    private Problem jump(String message) {
      return new Problem(
          files.get(cells.firstFile()),
          null,
          null,
          "%s %s %s %s"
              .formatted(
                  CodeBook.region(cells.region()),
                  Months.month(cells.month()),
                  CodeBook.partner(cells.partner()),
                  cells.product()),
          ProblemCode.VALUE_JUMP,
          message);
    }

    /** Regions and months that the files speak for without listing a single cell. */
    void endedSlices(BitSet months) {
      BitSet regions = new BitSet();
      mine.boxes().forEach(box -> regions.or(box.regions()));
      for (int region = regions.nextSetBit(0);
          region >= 0;
          region = regions.nextSetBit(region + 1)) {
        for (int month = months.nextSetBit(0); month >= 0; month = months.nextSetBit(month + 1)) {
          if (complete && mine.touches(region, month) && visited.add(slice(region, month))) {
            ended(region, month);
            complete = goOn.getAsBoolean();
          }
        }
      }
    }

    private void ended(int region, int month) {
      Counts counts = new Counts();
      live.current(region, month)
          .forEachLeft(
              (product, partner, was) ->
                  counts.left(was, mine.covers(region, month, product, partner)));
      if (counts.ended > 0) {
        slices.add(counts.change(region, month));
      }
    }

    private int slice(int region, int month) {
      return region << 11 | month;
    }
  }

  private static final class Counts {
    private long added;
    private long revised;
    private long unchanged;
    private long ended;
    private long before;
    private long after;

    void count(long was, long is) {
      if (was == is) {
        unchanged++;
      } else if (was == 0) {
        added++;
      } else {
        revised++;
      }
      before += was;
      after += is;
    }

    void left(long was, boolean covered) {
      if (covered && was > 0) {
        ended++;
        before += was;
      }
    }

    SliceChange change(int region, int month) {
      return new SliceChange(region, month, added, revised, unchanged, ended, before, after);
    }
  }
}
