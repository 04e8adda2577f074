package dev.tradewind.alerts.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextsTest {
  private static final String LEAST =
      """
      rules:
      - id: drop
        name: A drop
        indicator: yoy
        partner: USA
        window: ytd
        warning: -0.2
      """;

  @Test
  void whatIsNotSaidHasADefault() {
    RuleDocument rule = RuleTexts.rules(LEAST).get(0);
    assertThat(rule.enabled()).isTrue();
    assertThat(rule.scope().id()).isEqualTo("provinces");
    assertThat(rule.sector()).isEqualTo("all");
    assertThat(rule.currency()).isEqualTo("USD");
    assertThat(rule.comparison().id()).isEqualTo("at-or-below");
    assertThat(rule.times()).isEqualTo(1);
    assertThat(rule.periods()).isEqualTo(1);
    assertThat(rule.minBase()).isEqualTo("0");
    assertThat(rule.newYearGuard()).isTrue();
    assertThat(rule.receivers()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "id: Not An Id | rules[0].id",
        "id: import | rules[0].id",
        "name: '' | rules[0].name",
        "name: '  ' | rules[0].name",
        "indicator: growth | rules[0].indicator",
        "partner: XYZ | rules[0].partner",
        "sector: shoes | rules[0].sector",
        "window: week | rules[0].window",
        "currency: dollars | rules[0].currency",
        "comparison: below | rules[0].comparison",
        "warning: much | rules[0].warning",
        "warning: 1e400 | rules[0].warning",
        "critical: -0.1 | rules[0].critical",
        "critical: -0.2 | rules[0].critical",
        "periods: 0 | rules[0].periods",
        "times: 2 | rules[0].times",
        "minBase: -1 | rules[0].minBase",
        "minChange: x | rules[0].minChange",
        "minContribution: -0.1 | rules[0].minContribution",
        "recoveryMargin: -0.1 | rules[0].recoveryMargin",
        "newYearGuard: perhaps | rules[0].newYearGuard",
        "enabled: 1 | rules[0].enabled",
        "scope: everywhere | rules[0].scope",
        "scope: regions | rules[0].regions",
        "regions: [CN-GD] | rules[0].regions",
        "scope: group | rules[0].group",
        "group: coastal-six | rules[0].group",
        "receivers: ['a b'] | rules[0].receivers[0]",
        "labels: {team: 7} | rules[0].labels.team",
        "treshold: -0.3 | rules[0].treshold"
      })
  void whatIsWrongIsNamed(String line, String field) {
    String key = line.substring(0, line.indexOf(':') + 1);
    StringBuilder text = new StringBuilder();
    LEAST
        .lines()
        .filter(known -> !known.strip().replaceFirst("^- ", "").startsWith(key))
        .forEach(known -> text.append(known).append('\n'));
    String wrong =
        key.equals("id:")
            ? text.toString().replace("rules:\n  name:", "rules:\n- name:") + "  " + line
            : text + "  " + line;
    var e = catchThrowableOfType(ProblemException.class, () -> RuleTexts.rules(wrong + "\n"));
    assertThat(Objects.requireNonNull(e.problem().errors()))
        .extracting(error -> error.parameter())
        .contains(field);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    String two = LEAST + LEAST.replace("rules:\n", "").replace("yoy", "growth");
    var e = catchThrowableOfType(ProblemException.class, () -> RuleTexts.rules(two));
    assertThat(Objects.requireNonNull(e.problem().errors()))
        .extracting(error -> error.parameter())
        .containsExactly("rules[1].indicator");
    String same = LEAST + LEAST.replace("rules:\n", "");
    e = catchThrowableOfType(ProblemException.class, () -> RuleTexts.rules(same));
    assertThat(Objects.requireNonNull(e.problem().errors()))
        .extracting(error -> error.parameter())
        .containsExactly("rules[1].id");
    String wrong = LEAST.replace("indicator: yoy", "currency: dollars") + "  treshold: -0.3\n";
    e = catchThrowableOfType(ProblemException.class, () -> RuleTexts.rules(wrong));
    assertThat(Objects.requireNonNull(e.problem().errors()))
        .extracting(error -> error.parameter())
        .containsExactly("rules[0].treshold", "rules[0].indicator", "rules[0].currency");
  }

  @Test
  void aRuleIsWrittenInTheOrderInWhichItIsRead() {
    assertThat(RuleTexts.yaml(RuleTexts.rules(LEAST)).lines())
        .map(line -> line.replaceFirst("^[- ]*(\\w+):.*", "$1"))
        .startsWith("rules", "id", "name", "owner", "enabled", "indicator", "scope")
        .endsWith("newYearGuard", "receivers", "labels");
  }

  @ParameterizedTest
  @CsvSource({"[unclosed", "just text", "'rules: 7'", "''"})
  void whatIsNoListOfRulesIsRefused(String text) {
    var e = catchThrowableOfType(ProblemException.class, () -> RuleTexts.rules(text));
    assertThat(e.problem().status()).isEqualTo(400);
  }

  @Provide
  Arbitrary<RuleDocument> documents() {
    Arbitrary<BigDecimal> thresholds =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-10"), new BigDecimal("10"))
            .ofScale(6)
            .map(RuleTextsTest::plain);
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("aZ9 :#-'\"{}[]&*!|>%@`,是~?=")
            .ofMinLength(1)
            .ofMaxLength(30)
            .filter(text -> !text.isBlank());
    Arbitrary<String> money =
        Arbitraries.longs().between(0, 1_000_000_000_000L).map(String::valueOf);
    return Combinators.combine(
            names,
            names,
            Arbitraries.of(Indicator.values()),
            Arbitraries.of(Comparison.values()),
            thresholds,
            Arbitraries.integers().between(1, 36),
            money,
            Arbitraries.of(true, false))
        .as(
            (name, label, indicator, comparison, threshold, periods, base, flag) ->
                new RuleDocument(
                    "some-rule",
                    name,
                    label,
                    flag,
                    indicator,
                    flag ? Scope.Kind.REGIONS : Scope.Kind.PROVINCES,
                    flag ? List.of("CN-GD", "CN") : List.of(),
                    null,
                    "USA",
                    flag ? "hs:02" : "all",
                    Window.YTD,
                    "USD",
                    comparison,
                    threshold,
                    null,
                    Math.min(2, periods),
                    periods,
                    base,
                    "0",
                    new BigDecimal("0.01"),
                    new BigDecimal("0.02"),
                    !flag,
                    List.of("desk", "no"),
                    Map.of("team", label)));
  }

  @Property
  void whatIsWrittenIsReadTheSame(@ForAll("documents") RuleDocument rule) {
    assertThat(RuleTexts.rules(RuleTexts.yaml(List.of(rule)))).containsExactly(rule);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
