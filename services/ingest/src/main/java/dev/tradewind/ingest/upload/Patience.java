package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.submission.State;
import dev.tradewind.ingest.submission.SubmissionView;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a sender waits for the verdict: {@code Prefer: wait=20} (RFC 7240).
 *
 * @param seconds 0 if it does not wait
 */
record Patience(int seconds) {
  /** Less than a gateway waits for an answer. */
  private static final int LONGEST = 25;

  private static final long POLL_MILLIS = 100;
  private static final Pattern WAIT = Pattern.compile("\\bwait=(\\d{1,6})\\b");
  private static final Set<State> UNDECIDED = EnumSet.of(State.RECEIVED, State.CHECKING);

  static Patience of(@Nullable String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return new Patience(wait.find() ? Math.min(LONGEST, Integer.parseInt(wait.group(1))) : 0);
  }

  boolean waits() {
    return seconds > 0;
  }

  /** The submission, once it is decided or the time is over. */
  SubmissionView checked(Supplier<SubmissionView> read) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    SubmissionView view = read.get();
    try {
      while (UNDECIDED.contains(view.state()) && System.nanoTime() < end) {
        Thread.sleep(POLL_MILLIS);
        view = read.get();
      }
    } catch (InterruptedException e) {
      // The process ends; the sender reads the rest elsewhere.
      Thread.currentThread().interrupt();
    }
    return view;
  }
}
