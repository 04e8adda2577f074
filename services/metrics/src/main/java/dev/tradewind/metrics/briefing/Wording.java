package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** How figures, names and times read in a language. */
sealed interface Wording permits English, Chinese {
  /** ISO 639-1. */
  String language();

  /** A fraction as per cent, without sign for what is not negative. */
  String percent(BigDecimal fraction);

  /** A change as per cent with its sign. */
  String signed(BigDecimal fraction);

  /** {@code fell 12.6 %}, {@code rose 3.0 %}. */
  String change(BigDecimal fraction);

  /** A difference of fractions in percentage points, without sign. */
  String points(BigDecimal fraction);

  /** {@code US$299 million}. */
  String money(BigDecimal units, String currency);

  /** How many times as much, as one says it. */
  String fold(BigDecimal fold);

  /** A share, with a round figure where it is near one. */
  String share(BigDecimal fraction);

  String month(YearMonth period);

  /** The months of a window. */
  String span(YearMonth period, Window window);

  String day(LocalDate date);

  String list(List<String> items);

  /** Items that contain commas or are long. */
  String longList(List<String> items);

  /** {@code Yunnan (−71.0 %)}. */
  String with(String name, String remark);

  String region(String code);

  String partner(String code);

  /** A sector of the code list, or an HS code. */
  String sector(String id);

  /** A small number in words where one writes it so. */
  String count(int number);

  /** What stands between two sentences. */
  String gap();

  /** {@code (of 2 covered products)}; empty where the total covers all trade. */
  String scope(int products);

  /** Some of more. */
  String more(List<String> named, int others);

  /** What the data are, if not official. */
  String label(String label);

  /** A reason as the API gives it, which is in English. */
  String reason(String english);

  /** One decimal, or none for what is large. */
  static String decimals(BigDecimal value, int digits) {
    return value.abs().setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  /** A scaled amount: round figures as they are, others with so many decimals. */
  static String scaled(BigDecimal value, int digits) {
    return value.stripTrailingZeros().scale() <= 0
        ? value.toBigInteger().toString()
        : decimals(value, digits);
  }

  /** Per cent with one decimal; none from 100 on. */
  static String number(BigDecimal fraction) {
    BigDecimal percent = fraction.abs().movePointRight(2);
    return decimals(percent, percent.compareTo(new BigDecimal(200)) >= 0 ? 0 : 1);
  }
}
