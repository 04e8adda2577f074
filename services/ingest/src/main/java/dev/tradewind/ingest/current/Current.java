package dev.tradewind.ingest.current;

import dev.tradewind.ingest.block.StoredBlocks;
import dev.tradewind.ingest.check.Review;
import dev.tradewind.ingest.store.Database;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Compares submissions with what is current, without asking anyone else. */
@Singleton
public final class Current {
  private final Database database;
  private final StoredBlocks blocks;
  private final CurrentConfig config;

  Current(Database database, StoredBlocks blocks, CurrentConfig config) {
    this.database = database;
    this.blocks = blocks;
    this.config = config;
  }

  /**
   * Looks for values that do not fit the past of a submission.
   *
   * @param vintage the submission's; only older ones are its past
   * @param alive asked between months; may throw to stop
   */
  public Review history(long vintage, Runnable alive) {
    if (config.historyMonths() == 0) {
      return Review.NONE;
    }
    return new Comparison(
        (currency, first, last) ->
            LiveSubmissions.load(database, blocks, currency, first, last, vintage),
        config.historyMonths(),
        false,
        () -> {
          alive.run();
          return true;
        });
  }

  /**
   * Also counts what would change against the newest state.
   *
   * @param goOn asked between months; when false, the rest is left out
   * @param changes takes them, after all else
   */
  public Review changes(BooleanSupplier goOn, Consumer<Changes> changes) {
    Comparison comparison =
        new Comparison(
            (currency, first, last) ->
                LiveSubmissions.load(database, blocks, currency, first, last, Long.MAX_VALUE),
            config.historyMonths(),
            true,
            goOn);
    return (currency, files, coverage, cells, problems) -> {
      comparison.review(currency, files, coverage, cells, problems);
      changes.accept(comparison.changes());
    };
  }
}
