package dev.tradewind.ingest.preview;

import dev.tradewind.ingest.check.CheckOptions;
import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.SubmissionCheck;
import dev.tradewind.ingest.current.Changes;
import dev.tradewind.ingest.current.Current;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Checks files while they are sent and answers in the same request: nothing is stored, so there is
 * nothing to leave behind. The sender is read no faster than rows are checked.
 */
@Singleton
public final class Previews {
  private final Current current;
  private final PreviewConfig config;

  Previews(Current current, PreviewConfig config) {
    this.current = current;
    this.config = config;
  }

  /** Hands the files to the check, one after the other. */
  public interface Feed {
    /** Returns their names. */
    List<String> into(SubmissionCheck check) throws IOException;
  }

  /** Says what would happen to these files. */
  public PreviewView preview(CheckOptions options, Feed feed) throws IOException {
    AtomicReference<@Nullable Changes> changes = new AtomicReference<>();
    try (SubmissionCheck check = new SubmissionCheck(options, rows -> {})) {
      List<String> names = feed.into(check);
      long end = System.nanoTime() + config.compareFor().toNanos();
      CheckReport report =
          check.finish(current.changes(() -> System.nanoTime() < end, changes::set));
      return PreviewView.of(names, report, changes.get(), config.problems());
    }
  }
}
