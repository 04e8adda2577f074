package dev.tradewind.alerts.wording;

import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Severity;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Simplified Chinese, as statistical bulletins write: amounts in 万 and 亿, no blanks. */
final class Chinese implements Words {
  static final Words WORDS = new Chinese();

  private static final String UNDEFINED = "无数据";
  private static final String MINUS = "−";
  private static final String UNITED_STATES = "USA";
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final Pattern COVERED = Pattern.compile("of (\\d{1,6}) covered products?");
  private static final Map<String, String> CURRENCIES =
      Map.of("USD", "美元", "CNY", "元人民币", "EUR", "欧元");
  private static final Map<String, String> LABELS = Map.of("modelled", "模拟数据");

  private Chinese() {}

  @Override
  public String change(@Nullable BigDecimal fraction) {
    return fraction == null ? UNDEFINED : signed(percent(fraction, 1)) + "%";
  }

  @Override
  public String part(@Nullable BigDecimal fraction) {
    return fraction == null ? UNDEFINED : plain(percent(fraction, 1)) + "%";
  }

  @Override
  public String points(@Nullable BigDecimal fraction) {
    return fraction == null ? UNDEFINED : signed(percent(fraction, 2)) + "个百分点";
  }

  @Override
  public String money(@Nullable BigDecimal amount, String currency) {
    return amount == null ? UNDEFINED : scaled(amount) + currency(currency);
  }

  @Override
  public String signedMoney(@Nullable BigDecimal amount, String currency) {
    return amount == null
        ? UNDEFINED
        : (amount.signum() > 0 ? "+" : "") + scaled(amount) + currency(currency);
  }

  @Override
  public String currency(String code) {
    return CURRENCIES.getOrDefault(code, code);
  }

  @Override
  public String score(@Nullable BigDecimal number) {
    return number == null ? UNDEFINED : signed(number.setScale(1, RoundingMode.HALF_UP));
  }

  @Override
  public String region(String region) {
    return Region.nameZh(region);
  }

  @Override
  public String otherRegion(String region) {
    return Region.nameEn(region);
  }

  @Override
  public String exports(String partner, String sector) {
    String exports = "对" + partner(partner) + "出口";
    return sector.equals(Sector.ALL) ? exports : exports + bracketed(sector(sector));
  }

  @Override
  public String partner(String partner) {
    return partner.equals(UNITED_STATES) ? "美" : Partner.nameZh(partner);
  }

  @Override
  public String sector(String id) {
    Sector sector = Sector.of(id);
    return sector != null ? sector.nameZh() : Names.sector(id);
  }

  @Override
  public String months(Window window, YearMonth period) {
    return switch (window) {
      case MONTH -> month(period);
      case YTD, JAN_FEB ->
          period.getMonthValue() == 1
              ? month(period)
              : period.getYear() + "年1—" + period.getMonthValue() + "月";
      case R12M -> "截至" + month(period) + "的12个月";
    };
  }

  @Override
  public String date(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  @Override
  public String data(List<String> labels) {
    return labels.stream()
        .filter(label -> !label.isBlank())
        .map(label -> LABELS.getOrDefault(label, label + "数据"))
        .collect(Collectors.joining("、"));
  }

  @Override
  public String title(String titleEn, String titleZh) {
    return titleZh.isBlank() ? titleEn : titleZh;
  }

  @Override
  public String colon() {
    return "：";
  }

  @Override
  public String comma() {
    return "，";
  }

  @Override
  public String stop() {
    return "。";
  }

  @Override
  public String semicolon() {
    return "；";
  }

  @Override
  public String bracketed(String text) {
    return "（" + text + "）";
  }

  @Override
  public String fell(String exports, String where, String months) {
    return months + "：" + where + exports + "大幅下降";
  }

  @Override
  public String alert(String exports, String where, String months) {
    return months + "：" + where + exports + "触发预警";
  }

  @Override
  public String recovered(String exports, String where, String months) {
    return months + "：" + where + exports + "预警解除";
  }

  @Override
  public String nothingStands(String exports, String months) {
    return months + "：" + exports + "已无预警";
  }

  @Override
  public String provinces(int count) {
    return count + "个省区市";
  }

  @Override
  public String correction(String exports, String months) {
    return "更正：" + months + exports;
  }

  @Override
  public String reminder(String title) {
    return "再次提醒：" + title;
  }

  @Override
  public String acknowledged(int alerts) {
    return "另有" + alerts + "个预警已确认，此处不再提醒。";
  }

  @Override
  public String notOfficial(String label) {
    return label + "，非官方统计";
  }

  @Override
  public String against(String months, String base) {
    return months + "，与" + base + "相比";
  }

  @Override
  public String coverage(@Nullable String partial) {
    if (partial == null) {
      return "全部商品";
    }
    Matcher covered = COVERED.matcher(partial);
    return covered.matches() ? "仅含已覆盖的" + covered.group(1) + "种商品" : partial;
  }

  @Override
  public String provisional() {
    return "初步数";
  }

  @Override
  public String amounts(String now, String base) {
    return now + "，上年同期" + base;
  }

  @Override
  public String exposure(String part, String partner) {
    return "对" + partner + "依存度" + part;
  }

  @Override
  public String contribution(String points) {
    return "拉动全国" + points;
  }

  @Override
  public String mostly(String sector, String change) {
    return "下降最多的行业：" + sector + "，" + change;
  }

  @Override
  public String bars(YearMonth first, YearMonth last) {
    return month(first) + "至" + month(last) + "各月";
  }

  @Override
  public String legend(String partner) {
    return "对" + partner + "依存度：对" + partner + "出口占本省出口总额的比重。拉动：对全国对" + partner + "出口增速的拉动。";
  }

  @Override
  public String indicator(Indicator indicator, String partner) {
    return switch (indicator) {
      case VALUE -> "出口额";
      case CHANGE -> "增减额";
      case YOY -> "同比";
      case SHARE, SHARE_CHANGE -> "占全国对" + partner + "出口的比重";
      case RANK, RANK_CHANGE -> "位次";
      case EXPOSURE, EXPOSURE_CHANGE -> "对" + partner + "依存度";
      case CONTRIBUTION -> "对全国增速的拉动";
      case Z_SCORE -> "z值";
    };
  }

  @Override
  public String rank(int rank) {
    return "第" + rank + "位";
  }

  @Override
  public String ranks(int from, int to) {
    return rank(from) + " → " + rank(to);
  }

  @Override
  public String places(BigDecimal places) {
    return (places.signum() < 0 ? "后退" : "前进")
        + places.abs().stripTrailingZeros().toPlainString()
        + "位";
  }

  @Override
  public String threshold(Indicator indicator, boolean orBelow, String threshold, String partner) {
    return switch (indicator) {
      case YOY -> "同比" + (orBelow ? "下降" : "增长") + threshold + "及以上";
      case CHANGE -> "同比" + (orBelow ? "减少" : "增加") + threshold + "及以上";
      case SHARE_CHANGE, EXPOSURE_CHANGE ->
          indicator(indicator, partner) + (orBelow ? "下降" : "上升") + threshold + "及以上";
      case RANK_CHANGE -> "位次" + (orBelow ? "后退" : "前进") + threshold + "位及以上";
      case RANK -> "位次在第" + threshold + (orBelow ? "位及以前" : "位及以后");
      case VALUE, SHARE, EXPOSURE, CONTRIBUTION, Z_SCORE ->
          bound(indicator(indicator, partner), orBelow, threshold);
    };
  }

  @Override
  public String bound(String indicator, boolean orBelow, String reading) {
    return indicator + (orBelow ? "不高于" : "不低于") + reading;
  }

  @Override
  public String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  @Override
  public String pointsSize(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "个百分点";
  }

  @Override
  public String severity(Severity severity) {
    return severity == Severity.CRITICAL ? "严重" : "警告";
  }

  @Override
  public String recoveredHeading() {
    return "预警解除";
  }

  @Override
  public String eventsHeading() {
    return "近期政策事件";
  }

  @Override
  public String changedHeading() {
    return "与上一条消息相比的变化：";
  }

  @Override
  public String kind(Kind kind) {
    return switch (kind) {
      case NEW -> "新增：";
      case WORSENED -> "加重：";
      case CORRECTED -> "更正：";
      case EASED -> "减轻：";
      case CLEARED -> "不再预警：";
      case RECOVERED -> "预警解除：";
      case WITHDRAWN -> "撤回：";
    };
  }

  @Override
  public String was(String before) {
    return "原为" + before;
  }

  @Override
  public String now() {
    return "现为";
  }

  @Override
  public String brief(Kind kind, String was, String now) {
    return switch (kind) {
      case NEW -> "新增" + now;
      case RECOVERED -> "预警解除" + now;
      case WITHDRAWN -> "撤回";
      case WORSENED, CORRECTED, EASED, CLEARED -> "原为" + was + "，现为" + now;
    };
  }

  @Override
  public String takenBack() {
    return "不再成立，所依据的数据已撤回";
  }

  @Override
  public String relabelled(String was, String now) {
    return "原为" + was + "，现为" + now;
  }

  @Override
  public String dataHeading() {
    return "数据：";
  }

  @Override
  public String official() {
    return "官方统计";
  }

  @Override
  public String standing(int alerts, long critical) {
    return alerts == 0
        ? "目前没有省份触及阈值。"
        : "目前共有" + alerts + "个预警" + (critical > 0 ? "，其中" + critical + "个严重" : "") + "。";
  }

  @Override
  public String edited() {
    return "本消息发出后已更新，变化见消息列。";
  }

  @Override
  public String anew() {
    return "先前的消息已无法编辑，故重新发送。";
  }

  @Override
  public String owner() {
    return "负责人：";
  }

  @Override
  public String dashboard() {
    return "看板";
  }

  @Override
  public String figures() {
    return "数据（API）";
  }

  @Override
  public String alerts() {
    return "预警（API）";
  }

  @Override
  public String mute() {
    return "静默";
  }

  @Override
  public String allClear(String exports, String months) {
    return "无预警：" + months + exports;
  }

  @Override
  public String allClearText() {
    return "本次发布的数据没有触发任何预警。";
  }

  @Override
  public String overdue(String month) {
    return "数据逾期：" + month;
  }

  @Override
  public String overdueText(String due) {
    return "的数据应于" + due + "前到达，至今未到。";
  }

  @Override
  public String digest(String name, String months) {
    return "简报：" + months + name;
  }

  @Override
  public String test() {
    return "Tradewind：渠道测试";
  }

  @Override
  public String testText(String channel) {
    return "有人正在测试本渠道。如能看到这条消息，预警即可送达。本消息仅为测试，并无实际预警。";
  }

  @Override
  public String fellMost() {
    return "下降最多";
  }

  @Override
  public String roseMost() {
    return "增长最多";
  }

  @Override
  public String mostExposed() {
    return "依存度最高";
  }

  @Override
  public String openHeading() {
    return "当前预警";
  }

  @Override
  public String open(int critical, int warning) {
    return critical + "个严重，" + warning + "个警告";
  }

  @Override
  public String allExports() {
    return "全部出口";
  }

  @Override
  public String month(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  private static String scaled(BigDecimal amount) {
    BigDecimal size = amount.abs();
    BigDecimal wan = digits(amount.divide(WAN));
    if (size.compareTo(WAN) < 0) {
      return plain(amount.setScale(0, RoundingMode.HALF_UP));
    }
    // What rounds to 10000万 reads better as 1.0亿.
    return wan.abs().compareTo(WAN) < 0 ? plain(wan) + "万" : plain(digits(amount.divide(YI))) + "亿";
  }

  /** One decimal below a thousand, none above: nobody reads 2831.4亿. */
  private static BigDecimal digits(BigDecimal number) {
    return number.setScale(number.abs().compareTo(THOUSAND) < 0 ? 1 : 0, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(BigDecimal fraction, int decimals) {
    return fraction.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + plain(number);
  }

  private static String plain(BigDecimal number) {
    return (number.signum() < 0 ? MINUS : "") + number.abs().toPlainString();
  }
}
