package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** English. */
record English() implements Wording {
  private static final char MINUS = '−';
  private static final Set<String> WITH_ARTICLE =
      Set.of("USA", "GBR", "ARE", "NLD", "PHL", "MDV", "BHS", "COD", "COG", "CAF", "DOM");
  private static final Map<String, String> SIGNS = Map.of("USD", "US$", "CNY", "CN¥", "EUR", "€");
  private static final List<String> WORDS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String percent(BigDecimal fraction) {
    return (fraction.signum() < 0 ? "" + MINUS : "") + Wording.number(fraction) + " %";
  }

  @Override
  public String signed(BigDecimal fraction) {
    return (fraction.signum() < 0 ? MINUS : '+') + Wording.number(fraction) + " %";
  }

  @Override
  public String change(BigDecimal fraction) {
    return fraction.signum() == 0
        ? "did not change"
        : (fraction.signum() < 0 ? "fell " : "rose ") + Wording.number(fraction) + " %";
  }

  @Override
  public String points(BigDecimal fraction) {
    return Wording.decimals(fraction.movePointRight(2), 1) + " percentage points";
  }

  @Override
  public String money(BigDecimal units, String currency) {
    String sign = SIGNS.getOrDefault(currency, currency + " ");
    BigDecimal size = units.abs();
    String minus = units.signum() < 0 ? "" + MINUS : "";
    if (size.compareTo(new BigDecimal("999500000")) >= 0) {
      return minus + sign + scaled(size, 9) + " billion";
    }
    if (size.compareTo(new BigDecimal("999500")) >= 0) {
      return minus + sign + scaled(size, 6) + " million";
    }
    return minus
        + sign
        + String.format(Locale.ROOT, "%,d", size.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  private static String scaled(BigDecimal size, int power) {
    BigDecimal value = size.movePointLeft(power);
    return Wording.scaled(value, value.compareTo(BigDecimal.TEN) < 0 ? 2 : 1)
        .replaceFirst("(\\.\\d)0$", "$1");
  }

  @Override
  public String fold(BigDecimal fold) {
    double times = fold.doubleValue();
    if (times >= 4) {
      return "grew more than " + fold.setScale(0, RoundingMode.FLOOR).toPlainString() + "-fold";
    }
    if (times >= 2.7) {
      return times < 3 ? "nearly tripled" : "more than tripled";
    }
    return times < 2 ? "grew " + Wording.decimals(fold, 1) + "-fold" : "more than doubled";
  }

  @Override
  public String share(BigDecimal fraction) {
    BigDecimal percent = fraction.movePointRight(2);
    BigDecimal ten =
        percent.divide(BigDecimal.TEN, 0, RoundingMode.CEILING).multiply(BigDecimal.TEN);
    BigDecimal short_ = ten.subtract(percent);
    return short_.signum() > 0 && short_.compareTo(BigDecimal.ONE) <= 0
        ? "nearly " + ten.toPlainString() + " % (" + percent(fraction) + ")"
        : percent(fraction);
  }

  @Override
  public String month(YearMonth period) {
    return name(period) + " " + period.getYear();
  }

  @Override
  public String span(YearMonth period, Window window) {
    YearMonth first = window.months(period).get(0);
    if (first.equals(period)) {
      return month(period);
    }
    if (first.getYear() != period.getYear()) {
      return month(first) + " to " + month(period);
    }
    return period.getMonthValue() == 12 && first.getMonthValue() == 1
        ? String.valueOf(period.getYear())
        : name(first) + "–" + month(period);
  }

  @Override
  public String day(LocalDate date) {
    return date.getDayOfMonth() + " " + month(YearMonth.from(date));
  }

  @Override
  public String list(List<String> items) {
    return joined(items, ", ", " and ");
  }

  @Override
  public String longList(List<String> items) {
    return joined(items, "; ", "; and ");
  }

  private static String joined(List<String> items, String comma, String and) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : items.subList(0, last).stream().collect(Collectors.joining(comma))
            + and
            + items.get(last);
  }

  @Override
  public String with(String name, String remark) {
    return name + " (" + remark + ")";
  }

  @Override
  public String region(String code) {
    return Region.nameEn(code);
  }

  @Override
  public String partner(String code) {
    return (WITH_ARTICLE.contains(code) ? "the " : "") + Partner.nameEn(code);
  }

  @Override
  public String sector(String id) {
    Sector sector = Sector.of(id);
    if (sector == null) {
      return "HS " + id;
    }
    String name = sector.nameEn().replaceFirst(" \\(.*\\)$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  @Override
  public String count(int number) {
    return number >= 0 && number < WORDS.size() ? WORDS.get(number) : String.valueOf(number);
  }

  @Override
  public String gap() {
    return " ";
  }

  @Override
  public String scope(int products) {
    return " (of " + products + " covered product" + (products == 1 ? "" : "s") + ")";
  }

  @Override
  public String more(List<String> named, int others) {
    return String.join(", ", named) + " and " + count(others) + " more";
  }

  @Override
  public String reason(String english) {
    return english;
  }

  @Override
  public String label(String label) {
    return label;
  }

  private static String name(YearMonth period) {
    return period.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
