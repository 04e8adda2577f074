package dev.tradewind.ingest.submission;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a submission is.
 *
 * @param bytesReceived of all files, as sent
 * @param bytesTotal once they are all there
 * @param bytesChecked of them
 * @param rowsChecked data rows read
 * @param rowsPublished cells sent to Kafka
 * @param blocksPublished messages they went in
 * @param applied whether metrics has applied it
 * @param fraction of the present phase (receiving, checking, publishing) that is done, from 0 to 1;
 *     null where it cannot be known
 * @param perSecond bytes, rows or cells a second in the present phase, on average
 * @param secondsLeft of the present phase, if it goes on like this
 */
@Schema(name = "SubmissionProgress")
record ProgressView(
    long bytesReceived,
    @Nullable Long bytesTotal,
    long bytesChecked,
    long rowsChecked,
    long rowsPublished,
    int blocksPublished,
    boolean applied,
    @Nullable Double fraction,
    @Nullable Long perSecond,
    @Nullable Long secondsLeft) {
  static ProgressView of(SubmissionEntity row) {
    Phase phase = phase(row);
    Double fraction = phase.fraction();
    double seconds = phase.seconds();
    return new ProgressView(
        row.bytesReceived,
        row.bytesTotal,
        row.bytesChecked,
        row.rowsChecked,
        row.rowsPublished,
        row.blocksPublished,
        row.appliedAt != null,
        fraction,
        seconds > 0 && phase.shown > 0 ? Math.round(phase.shown / seconds) : null,
        fraction != null && fraction > 0 && fraction < 1 && seconds > 0
            ? Math.round(seconds * (1 - fraction) / fraction)
            : null);
  }

  /**
   * The present phase.
   *
   * @param done of {@code all}
   * @param all 0 if it is not known
   * @param shown what the rate counts
   */
  private record Phase(double done, double all, double shown, @Nullable Instant from, Instant to) {
    @Nullable Double fraction() {
      return all > 0 ? Math.round(Math.min(1, done / all) * 10_000) / 10_000.0 : null;
    }

    double seconds() {
      return from == null ? 0 : Duration.between(from, to).toMillis() / 1000.0;
    }
  }

  private static Phase phase(SubmissionEntity row) {
    return switch (State.of(row.state)) {
      case RECEIVING -> new Phase(0, 0, row.bytesReceived, row.createdAt, row.updatedAt);
      case RECEIVED -> new Phase(0, 1, 0, null, row.updatedAt);
      case CHECKING ->
          new Phase(
              row.bytesChecked,
              row.bytesReceived,
              row.rowsChecked,
              row.phaseStartedAt,
              row.updatedAt);
      case PUBLISHING -> {
        long cells = row.keyCount == null ? 0 : row.keyCount;
        yield new Phase(
            row.rowsPublished, cells, row.rowsPublished, row.phaseStartedAt, row.updatedAt);
      }
      case PUBLISHED, APPLIED, REJECTED, WITHDRAWN, STUCK ->
          new Phase(1, 1, 0, null, row.updatedAt);
    };
  }
}
