package dev.tradewind.metrics.briefing;

import dev.tradewind.metrics.dependence.DependenceItem;
import dev.tradewind.metrics.dependence.DependencePage;
import dev.tradewind.metrics.dependence.LineItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the more reliant fell more. */
final class Dependence {
  /** Over fewer provinces nothing is claimed. */
  private static final int LEAST = 8;

  private static final int LARGEST_YEAR = 4;

  private final Pen pen;
  private final Scope scope;
  private final Wording words;
  private final BriefingData data;

  Dependence(Pen pen, BriefingData data) {
    this.pen = pen;
    this.data = data;
    this.scope = pen.scope();
    this.words = pen.wording();
  }

  List<Sentence> sentences() {
    DependencePage page = data.dependence();
    LineItem line = page.unweighted();
    List<Sentence> sentences = new ArrayList<>();
    if (page.n() < LEAST
        || line == null
        || page.pearson() == null
        || page.spearman() == null
        || page.minBase() == null
        || page.exposurePeriod() == null) {
      return sentences;
    }
    sentences.add(association(page, line));
    page.items().stream()
        .filter(DependenceItem::outlier)
        .forEach(item -> sentences.add(outlier(page, item)));
    return sentences;
  }

  private Proof proof(DependencePage page) {
    return Proof.of("dependence", scope)
        .with("population", page.population())
        .with("minBase", Objects.requireNonNull(page.minBase()));
  }

  private Sentence association(DependencePage page, LineItem line) {
    BigDecimal pearson = Objects.requireNonNull(page.pearson());
    BigDecimal spearman = Objects.requireNonNull(page.spearman());
    BigDecimal slope = Objects.requireNonNull(line.slope());
    BigDecimal low = Objects.requireNonNull(line.low());
    BigDecimal high = Objects.requireNonNull(line.high());
    // Changes are negative where provinces fell: a falling line means that the reliant fell more.
    String key =
        low.signum() < 0 && high.signum() > 0
            ? "dependence.weak"
            : slope.signum() < 0 ? "dependence.more" : "dependence.less";
    return pen.say(
        key,
        proof(page),
        List.of(
            Figure.of("pearson", "CN", pearson),
            Figure.of("spearman", "CN", spearman),
            Figure.of("slope", "CN", slope)),
        "partner",
        pen.partner(),
        "year",
        Objects.requireNonNull(page.exposurePeriod()).substring(0, LARGEST_YEAR),
        "n",
        String.valueOf(page.n()),
        "minBase",
        words.money(new BigDecimal(Objects.requireNonNull(page.minBase())), scope.currency()),
        "pearson",
        two(pearson.negate()),
        "spearman",
        two(spearman.negate()),
        "slope",
        two(slope.negate()),
        "low",
        two(high.negate()),
        "high",
        two(low.negate()));
  }

  private Sentence outlier(DependencePage page, DependenceItem item) {
    BigDecimal yoy = Objects.requireNonNull(item.yoy());
    BigDecimal fitted = Objects.requireNonNull(item.fitted());
    return pen.say(
        "dependence.outlier",
        proof(page),
        List.of(
            Figure.of("yoy", item.region(), yoy),
            Figure.of("fitted", item.region(), fitted),
            Figure.of("studentized", item.region(), number(item.studentized()))),
        "region",
        words.region(item.region()),
        "change",
        words.change(yoy),
        "expected",
        words.signed(fitted));
  }

  private static BigDecimal number(@Nullable BigDecimal value) {
    return Objects.requireNonNull(value);
  }

  private static String two(BigDecimal value) {
    BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP);
    return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
  }
}
