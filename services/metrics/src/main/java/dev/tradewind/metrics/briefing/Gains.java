package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.diversification.PartnerGain;
import java.math.BigDecimal;
import java.util.List;

/** Partners that took more, in words. */
final class Gains {
  private Gains() {}

  static String list(List<PartnerGain> gains, Wording words, String currency) {
    return words.list(
        gains.stream()
            .map(
                gain ->
                    words.with(
                        words.partner(gain.partner()),
                        words.money(new BigDecimal(gain.change()), currency)))
            .toList());
  }

  static List<Figure> figures(List<PartnerGain> gains, String sector) {
    return gains.stream()
        .map(
            gain ->
                Figure.of("change", Region.NATION, new BigDecimal(gain.change()))
                    .in(sector)
                    .to(gain.partner()))
        .toList();
  }
}
