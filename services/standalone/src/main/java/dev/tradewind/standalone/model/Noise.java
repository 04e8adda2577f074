package dev.tradewind.standalone.model;

import java.util.SplittableRandom;

/** Noise that depends on nothing but its keys, so every run and every machine gets the same. */
final class Noise {
  private static final long SEED = 20_250_801L;

  private Noise() {}

  /** Normal with mean 0 and deviation 1, within ±3. */
  static double normal(long... keys) {
    SplittableRandom random = random(keys);
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return Math.max(-3, Math.min(3, sum));
  }

  /** A factor around 1; {@code StrictMath} because {@code Math} may differ between machines. */
  static double factor(double deviation, long... keys) {
    return StrictMath.exp(deviation * normal(keys));
  }

  private static SplittableRandom random(long... keys) {
    long state = SEED;
    for (long key : keys) {
      state = (state ^ (key + 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
      state ^= state >>> 29;
    }
    return new SplittableRandom(state);
  }
}
