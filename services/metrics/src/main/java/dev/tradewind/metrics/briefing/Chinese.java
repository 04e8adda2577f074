package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Chinese, as customs and research notes write it. */
record Chinese() implements Wording {
  private static final Map<String, String> UNITS = Map.of("USD", "美元", "CNY", "元", "EUR", "欧元");

  @Override
  public String language() {
    return "zh";
  }

  @Override
  public String percent(BigDecimal fraction) {
    return (fraction.signum() < 0 ? "−" : "") + Wording.number(fraction) + "%";
  }

  @Override
  public String signed(BigDecimal fraction) {
    return (fraction.signum() < 0 ? "−" : "+") + Wording.number(fraction) + "%";
  }

  @Override
  public String change(BigDecimal fraction) {
    return fraction.signum() == 0
        ? "持平"
        : (fraction.signum() < 0 ? "下降" : "增长") + Wording.number(fraction) + "%";
  }

  @Override
  public String points(BigDecimal fraction) {
    return Wording.decimals(fraction.movePointRight(2), 1) + "个百分点";
  }

  @Override
  public String money(BigDecimal units, String currency) {
    String unit = UNITS.getOrDefault(currency, currency);
    BigDecimal size = units.abs();
    String minus = units.signum() < 0 ? "−" : "";
    if (size.compareTo(new BigDecimal("99950000")) >= 0) {
      BigDecimal value = size.movePointLeft(8);
      return minus
          + Wording.scaled(value, value.compareTo(BigDecimal.TEN) < 0 ? 2 : 1)
          + "亿"
          + unit;
    }
    if (size.compareTo(new BigDecimal("9995")) >= 0) {
      BigDecimal value = size.movePointLeft(4);
      return minus
          + Wording.scaled(value, value.compareTo(BigDecimal.TEN) < 0 ? 1 : 0)
          + "万"
          + unit;
    }
    return minus + Wording.decimals(size, 0) + unit;
  }

  @Override
  public String fold(BigDecimal fold) {
    double times = fold.doubleValue();
    return times >= 2.7 && times < 3
        ? "增至近3倍"
        : "增至" + Wording.decimals(fold.setScale(1, RoundingMode.FLOOR), 1) + "倍";
  }

  @Override
  public String share(BigDecimal fraction) {
    BigDecimal percent = fraction.movePointRight(2);
    BigDecimal ten =
        percent.divide(BigDecimal.TEN, 0, RoundingMode.CEILING).multiply(BigDecimal.TEN);
    BigDecimal missing = ten.subtract(percent);
    return missing.signum() > 0 && missing.compareTo(BigDecimal.ONE) <= 0
        ? "近" + ten.toPlainString() + "%（" + percent(fraction) + "）"
        : percent(fraction);
  }

  @Override
  public String month(YearMonth period) {
    return period.getYear() + "年" + period.getMonthValue() + "月";
  }

  @Override
  public String span(YearMonth period, Window window) {
    YearMonth first = window.months(period).get(0);
    if (first.equals(period)) {
      return month(period);
    }
    if (first.getYear() != period.getYear()) {
      return month(first) + "至" + month(period);
    }
    return first.getMonthValue() == 1 && period.getMonthValue() == 12
        ? period.getYear() + "年全年"
        : period.getYear() + "年" + first.getMonthValue() + "—" + period.getMonthValue() + "月";
  }

  @Override
  public String day(LocalDate date) {
    return month(YearMonth.from(date)) + date.getDayOfMonth() + "日";
  }

  @Override
  public String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join("、", items.subList(0, last)) + "和" + items.get(last);
  }

  @Override
  public String longList(List<String> items) {
    return String.join("；", items);
  }

  @Override
  public String with(String name, String remark) {
    return name + "（" + remark + "）";
  }

  @Override
  public String region(String code) {
    return Region.nameZh(code);
  }

  @Override
  public String partner(String code) {
    return Partner.nameZh(code);
  }

  @Override
  public String sector(String id) {
    Sector sector = Sector.of(id);
    return sector == null ? "HS " + id : sector.nameZh().replaceFirst("（.*）$", "");
  }

  @Override
  public String count(int number) {
    return String.valueOf(number);
  }

  @Override
  public String gap() {
    return "";
  }

  @Override
  public String scope(int products) {
    return "（仅覆盖" + products + "种商品）";
  }

  @Override
  public String more(List<String> named, int others) {
    return String.join("、", named) + "等" + (named.size() + others) + "个";
  }

  @Override
  public String reason(String english) {
    return ChineseReasons.of(english);
  }

  @Override
  public String label(String label) {
    return label.equals("modelled") ? "模型生成" : label;
  }
}
