package dev.tradewind.contracts.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The months a figure of one period sums over. Its base is always the same window twelve months
 * earlier.
 */
public enum Window {
  /** The month itself. */
  MONTH("month"),
  /** January to the month, of the same year. */
  YTD("ytd"),
  /** The twelve months that end with the month. */
  R12M("r12m"),
  /** January and February together; exists for February only. */
  JAN_FEB("jan-feb");

  private final String id;

  Window(String id) {
    this.id = id;
  }

  /** The name in URLs and messages: {@code month}, {@code ytd}, {@code r12m}, {@code jan-feb}. */
  @JsonValue
  public String id() {
    return id;
  }

  /**
   * The window of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Window of(String id) {
    for (Window window : values()) {
      if (window.id.equals(id)) {
        return window;
      }
    }
    throw new IllegalArgumentException(
        "unknown window '" + id + "', use month, ytd, r12m or jan-feb");
  }

  /** Whether the window is defined for that period: {@code jan-feb} only for a February. */
  public boolean exists(YearMonth period) {
    return this != JAN_FEB || period.getMonth() == Month.FEBRUARY;
  }

  /** Its months for that period, in order. */
  public List<YearMonth> months(YearMonth period) {
    if (!exists(period)) {
      throw new IllegalArgumentException("jan-feb exists for February only, not for " + period);
    }
    int length =
        switch (this) {
          case MONTH -> 1;
          case YTD -> period.getMonthValue();
          case R12M -> 12;
          case JAN_FEB -> 2;
        };
    return IntStream.range(0, length).mapToObj(i -> period.minusMonths(length - 1L - i)).toList();
  }

  /** The months of the base: those of the period one year earlier. */
  public List<YearMonth> baseMonths(YearMonth period) {
    return months(period.minusYears(1));
  }

  /** The periods whose window, as current or as base, contains that month. */
  public List<YearMonth> touchedBy(YearMonth month) {
    List<YearMonth> current =
        switch (this) {
          case MONTH -> List.of(month);
          case YTD ->
              IntStream.rangeClosed(month.getMonthValue(), 12)
                  .mapToObj(m -> YearMonth.of(month.getYear(), m))
                  .toList();
          case R12M -> IntStream.range(0, 12).mapToObj(i -> month.plusMonths(i)).toList();
          case JAN_FEB ->
              month.getMonthValue() <= 2 ? List.of(YearMonth.of(month.getYear(), 2)) : List.of();
        };
    return java.util.stream.Stream.concat(
            current.stream(), current.stream().map(period -> period.plusYears(1)))
        .toList();
  }
}
