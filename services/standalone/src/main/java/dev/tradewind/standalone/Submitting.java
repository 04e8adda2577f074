package dev.tradewind.standalone;

import dev.tradewind.standalone.client.ApiException;
import dev.tradewind.standalone.client.ProblemRow;
import dev.tradewind.standalone.client.SubmissionView;
import dev.tradewind.standalone.client.TradewindClient;
import dev.tradewind.standalone.system.SystemStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Submits files and waits, telling how far they are, until their numbers can be read. */
final class Submitting {
  private static final Duration STALLED = Duration.ofMinutes(3);
  private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(2);
  private static final int PROBLEMS_SHOWN = 20;

  private final TradewindClient client;
  private final Console console;

  Submitting(TradewindClient client, Console console) {
    this.client = client;
    this.console = console;
  }

  void submit(List<Path> files, Map<String, String> options) {
    console.say("Submitting %s …".formatted(describe(files)));
    SubmissionView submission = client.submit(files, options);
    if (submission.applied()) {
      console.say("These files are known and applied: submission " + submission.id() + ".");
      return;
    }
    String told = "";
    String seen = "";
    long changed = System.nanoTime();
    long spoke = 0;
    while (!submission.applied()) {
      if (submission.failed()) {
        throw refused(submission);
      }
      String now = describe(submission);
      if (!now.equals(seen)) {
        seen = now;
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > STALLED.toNanos()) {
        throw new SystemStartException(
            "submission %s does not get on: %s".formatted(submission.id(), now),
            "Look into the logs of ingest and metrics.");
      }
      if (!now.equals(told) && System.nanoTime() - spoke > TELL_EVERY) {
        console.say("  " + now);
        told = now;
        spoke = System.nanoTime();
      }
      pause();
      submission = client.submission(submission.id());
    }
    console.say("  " + describe(submission));
  }

  private SystemStartException refused(SubmissionView submission) {
    List<ProblemRow> problems = problems(submission.id());
    StringBuilder advice = new StringBuilder();
    problems.stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> advice.append(describe(problem)).append('\n'));
    if (problems.size() > PROBLEMS_SHOWN) {
      advice.append("… and more: GET /api/v1/submissions/").append(submission.id());
      advice.append("/problems\n");
    }
    String reason = submission.reason() == null ? "" : ": " + submission.reason();
    return new SystemStartException(
        "the submission was " + submission.state() + reason, advice.toString().stripTrailing());
  }

  private List<ProblemRow> problems(String id) {
    try {
      return client.problems(id);
    } catch (ApiException e) {
      return List.of();
    }
  }

  private static String describe(ProblemRow problem) {
    StringBuilder line = new StringBuilder("  ");
    line.append(problem.file() == null ? "" : problem.file() + " ");
    line.append(problem.line() == null ? "" : "line " + problem.line() + " ");
    line.append(problem.column() == null ? "" : problem.column() + " ");
    line.append(problem.value() == null ? "" : "'" + problem.value() + "' ");
    line.append(problem.message() == null ? problem.code() : problem.message());
    return line.append(problem.advice() == null ? "" : " " + problem.advice()).toString();
  }

  private static String describe(SubmissionView submission) {
    SubmissionView.Progress progress = submission.progress();
    if (progress == null) {
      return submission.state();
    }
    return switch (submission.state()) {
      case "checking" -> count("checking: %,d rows checked", progress.rowsChecked());
      case "publishing" ->
          count("publishing: %,d of %,d rows", progress.rowsPublished(), progress.rowsChecked());
      case "published" -> count("published: %,d rows, being applied", progress.rowsPublished());
      case "applied" -> count("applied: %,d rows", progress.rowsChecked());
      default -> submission.state();
    };
  }

  private static String count(String format, Object... counts) {
    return String.format(Locale.ROOT, format, counts);
  }

  private static String describe(List<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    String what = files.size() == 1 ? "1 file" : files.size() + " files as one submission";
    return String.format(Locale.ROOT, "%s (%,d KB)", what, bytes / 1024);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SystemStartException("interrupted", "The system is stopping.");
    }
  }
}
