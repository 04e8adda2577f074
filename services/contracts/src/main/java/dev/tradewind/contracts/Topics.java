package dev.tradewind.contracts;

import java.util.List;

/**
 * The Kafka topics. All keep everything ({@code cleanup.policy=delete}, unlimited retention), are
 * created before use and written without transactions. A key only chooses the partition.
 */
public final class Topics {
  /** {@link dev.tradewind.contracts.message.ExportBlock}s, keyed by region and period. */
  public static final String EXPORTS = "tradewind.exports";

  /** {@link dev.tradewind.contracts.message.SubmissionEvent}s, keyed by submission. */
  public static final String SUBMISSIONS = "tradewind.submissions";

  /**
   * {@link dev.tradewind.contracts.message.IndicatorEvent}s, keyed by the submission that caused
   * them.
   */
  public static final String INDICATORS = "tradewind.indicators";

  /** All of them. */
  public static final List<String> ALL = List.of(EXPORTS, SUBMISSIONS, INDICATORS);

  private Topics() {}
}
