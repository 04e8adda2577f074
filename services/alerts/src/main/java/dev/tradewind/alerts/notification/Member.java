package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Numbers;
import dev.tradewind.alerts.wording.Readings;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One incident in a message.
 *
 * @param incident its id
 * @param rule the rule's id
 * @param ruleName the rule's name for people
 * @param indicator what the rule compares, such as {@code yoy} or {@code exposureChange}
 * @param comparison {@code at-or-below} or {@code at-or-above} the threshold
 * @param region ISO 3166-2, or {@code CN}
 * @param finding what the period's figures mean for it
 * @param severity the highest only
 * @param threshold that goes with the severity, in the indicator's unit
 * @param observed the number that was compared with it; null if it is not defined
 * @param figures of the period
 */
public record Member(
    long incident,
    String rule,
    String ruleName,
    String indicator,
    String comparison,
    String region,
    Finding finding,
    Severity severity,
    BigDecimal threshold,
    @Nullable BigDecimal observed,
    Figures figures) {
  /** Worst first: by severity, then by how much was lost, then by name of the region. */
  public static final Comparator<Member> WORST_FIRST =
      Comparator.comparing(Member::severity)
          .reversed()
          .thenComparing(member -> member.figures().fall(), Comparator.reverseOrder())
          .thenComparing(Member::region)
          .thenComparing(Member::incident);

  /** What was stored before there were other rules than for the year-on-year change says so. */
  @SuppressWarnings("ConstantValue") // JSON leaves absent fields null, whatever their type says
  public Member {
    ruleName = ruleName == null ? rule : ruleName;
    observed = indicator == null ? figures.yoy() : observed;
    indicator = indicator == null ? Indicator.YOY.id() : indicator;
    comparison = comparison == null ? Comparison.AT_OR_BELOW.id() : comparison;
  }

  boolean live() {
    return finding.live();
  }

  /** Whether a reader would read the same figures of it. */
  boolean readsLike(Member other, String currency) {
    return reading(currency).equals(other.reading(currency))
        && Numbers.change(figures.yoy()).equals(Numbers.change(other.figures.yoy()))
        && Numbers.money(figures.value(), currency)
            .equals(Numbers.money(other.figures.value(), currency))
        && Numbers.money(figures.baseValue(), currency)
            .equals(Numbers.money(other.figures.baseValue(), currency));
  }

  private String reading(String currency) {
    return Readings.text(Indicator.of(indicator), observed, currency);
  }
}
