package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Numbers;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * One incident in a message.
 *
 * @param incident its id
 * @param rule the rule's id
 * @param region ISO 3166-2, or {@code CN}
 * @param finding what the period's figures mean for it
 * @param severity the highest only
 * @param threshold the fraction that goes with the severity
 * @param figures of the period
 */
public record Member(
    long incident,
    String rule,
    String region,
    Finding finding,
    Severity severity,
    BigDecimal threshold,
    Figures figures) {
  /** Worst first: by severity, then by how much was lost, then by name of the region. */
  public static final Comparator<Member> WORST_FIRST =
      Comparator.comparing(Member::severity)
          .reversed()
          .thenComparing(member -> member.figures().fall(), Comparator.reverseOrder())
          .thenComparing(Member::region)
          .thenComparing(Member::incident);

  boolean live() {
    return finding.live();
  }

  /** Whether a reader would read the same figures of it. */
  boolean readsLike(Member other, String currency) {
    return Numbers.change(figures.yoy()).equals(Numbers.change(other.figures.yoy()))
        && Numbers.money(figures.value(), currency)
            .equals(Numbers.money(other.figures.value(), currency))
        && Numbers.money(figures.baseValue(), currency)
            .equals(Numbers.money(other.figures.baseValue(), currency));
  }
}
