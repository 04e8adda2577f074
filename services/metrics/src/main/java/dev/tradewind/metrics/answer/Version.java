package dev.tradewind.metrics.answer;

import dev.tradewind.metrics.epoch.MergeState;

/**
 * Which state of the database an answer was made from.
 *
 * @param epoch which history
 * @param applySeq the last merge in it
 */
public record Version(long epoch, long applySeq) {
  static Version of(MergeState state) {
    return new Version(state.epoch(), state.applySeq());
  }
}
