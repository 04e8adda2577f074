package dev.tradewind.metrics.dependence;

import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of dependence.
 *
 * @param series the change
 * @param wholeYear whether exposure is that of the whole base year, or of the base window only
 * @param population which regions
 * @param minBase the base they must have; in proportion to the nation's if not given
 */
public record DependenceQuestion(
    SeriesQuestion series, boolean wholeYear, Population population, Optional<BigDecimal> minBase) {

  static final List<String> PARAMETERS = parameters();

  /** Reads the parameters. */
  static DependenceQuestion of(Question question, Groups groups) {
    SeriesQuestion series = SeriesQuestion.of(question, groups);
    if (series.partner().world()) {
      throw Question.bad("partner", "everything goes to the world; name one partner such as USA.");
    }
    return new DependenceQuestion(
        series,
        question.oneOf("exposure", List.of("year", "window"), "year").equals("year"),
        Population.of(question.oneOf("population", Population.IDS, Population.ALL.id())),
        question.text("minBase").map(text -> question.decimal("minBase", BigDecimal.ZERO)));
  }

  private static List<String> parameters() {
    List<String> parameters = new ArrayList<>(SeriesQuestion.SERIES);
    parameters.remove("region");
    parameters.addAll(List.of("population", "minBase", "exposure"));
    return List.copyOf(parameters);
  }
}
