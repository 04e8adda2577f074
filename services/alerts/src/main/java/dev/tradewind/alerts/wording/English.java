package dev.tradewind.alerts.wording;

import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** English. */
final class English implements Words {
  static final Words WORDS = new English();

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private English() {}

  @Override
  public String change(@Nullable BigDecimal fraction) {
    return Numbers.change(fraction);
  }

  @Override
  public String part(@Nullable BigDecimal fraction) {
    return Numbers.part(fraction);
  }

  @Override
  public String points(@Nullable BigDecimal fraction) {
    return Numbers.points(fraction);
  }

  @Override
  public String money(@Nullable BigDecimal amount, String currency) {
    return Numbers.money(amount, currency);
  }

  @Override
  public String signedMoney(@Nullable BigDecimal amount, String currency) {
    return amount == null ? Numbers.UNDEFINED : sign(amount) + money(amount.abs(), currency);
  }

  @Override
  public String currency(String code) {
    return Numbers.currency(code);
  }

  @Override
  public String score(@Nullable BigDecimal number) {
    if (number == null) {
      return Numbers.UNDEFINED;
    }
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_UP);
    return sign(rounded) + rounded.abs().toPlainString();
  }

  @Override
  public String region(String region) {
    return Region.nameEn(region);
  }

  @Override
  public String otherRegion(String region) {
    return Region.nameZh(region);
  }

  @Override
  public String exports(String partner, String sector) {
    return Names.exports(partner, sector);
  }

  @Override
  public String partner(String partner) {
    return Names.partner(partner);
  }

  @Override
  public String sector(String id) {
    return Names.sector(id);
  }

  @Override
  public String months(Window window, YearMonth period) {
    return Names.months(window, period);
  }

  @Override
  public String date(LocalDate date) {
    return DATE.format(date);
  }

  @Override
  public String data(List<String> labels) {
    return Names.data(labels);
  }

  @Override
  public String title(String titleEn, String titleZh) {
    return titleEn;
  }

  @Override
  public String colon() {
    return ": ";
  }

  @Override
  public String comma() {
    return ", ";
  }

  @Override
  public String stop() {
    return ".";
  }

  @Override
  public String semicolon() {
    return "; ";
  }

  @Override
  public String bracketed(String text) {
    return " (" + text + ")";
  }

  @Override
  public String fell(String exports, String where, String months) {
    return exports + " fell sharply in " + where + " — " + months;
  }

  @Override
  public String alert(String exports, String where, String months) {
    return exports + ": alert for " + where + " — " + months;
  }

  @Override
  public String recovered(String exports, String where, String months) {
    return exports + " recovered in " + where + " — " + months;
  }

  @Override
  public String nothingStands(String exports, String months) {
    return exports + ": no alert stands — " + months;
  }

  @Override
  public String provinces(int count) {
    return count + " provinces";
  }

  @Override
  public String correction(String exports, String months) {
    return "Correction: " + exports + " — " + months;
  }

  @Override
  public String reminder(String title) {
    return "Reminder: " + title;
  }

  @Override
  public String acknowledged(int alerts) {
    return "Left out: "
        + (alerts == 1 ? "an alert that is" : alerts + " alerts that are")
        + " acknowledged.";
  }

  @Override
  public String notOfficial(String label) {
    return label + ", not official statistics";
  }

  @Override
  public String against(String months, String base) {
    return months + " against " + base;
  }

  @Override
  public String coverage(@Nullable String partial) {
    return partial == null ? "all products" : partial;
  }

  @Override
  public String provisional() {
    return "provisional";
  }

  @Override
  public String amounts(String now, String base) {
    return now + ", a year earlier " + base;
  }

  @Override
  public String exposure(String part, String partner) {
    return "exposure " + part;
  }

  @Override
  public String contribution(String points) {
    return "contribution " + points;
  }

  @Override
  public String mostly(String sector, String change) {
    return "largest fall: " + sector + ", " + change;
  }

  @Override
  public String bars(YearMonth first, YearMonth last) {
    return "by month, " + shortMonth(first) + " to " + shortMonth(last);
  }

  @Override
  public String legend(String partner) {
    return "Exposure: the part of the province's own exports that goes to "
        + partner
        + ". Contribution: to the growth of China's exports to "
        + partner
        + ", in percentage points.";
  }

  @Override
  public String indicator(Indicator indicator, String partner) {
    return switch (indicator) {
      case VALUE -> "value";
      case CHANGE, YOY -> "change";
      case SHARE, SHARE_CHANGE -> "share of China's exports to " + partner;
      case RANK, RANK_CHANGE -> "rank";
      case EXPOSURE, EXPOSURE_CHANGE -> "exposure";
      case CONTRIBUTION -> "contribution";
      case Z_SCORE -> "z-score";
    };
  }

  @Override
  public String rank(int rank) {
    return "rank " + rank;
  }

  @Override
  public String ranks(int from, int to) {
    return rank(from) + " → " + to;
  }

  @Override
  public String places(BigDecimal places) {
    String count = places.abs().stripTrailingZeros().toPlainString();
    return count
        + (count.equals("1") ? " place " : " places ")
        + (places.signum() < 0 ? "down" : "up");
  }

  @Override
  public String threshold(Indicator indicator, boolean orBelow, String threshold, String partner) {
    return switch (indicator) {
      case YOY, CHANGE -> (orBelow ? "down by " : "up by ") + threshold + " or more";
      case SHARE_CHANGE, EXPOSURE_CHANGE ->
          indicator(indicator, partner)
              + (orBelow ? " down by " : " up by ")
              + threshold
              + " or more";
      case RANK_CHANGE -> (orBelow ? "down by " : "up by ") + threshold + " places or more";
      case RANK -> "rank " + threshold + (orBelow ? " or better" : " or worse");
      case VALUE, SHARE, EXPOSURE, CONTRIBUTION, Z_SCORE ->
          bound(indicator(indicator, partner), orBelow, threshold);
    };
  }

  @Override
  public String bound(String indicator, boolean orBelow, String reading) {
    return indicator + (orBelow ? " at or below " : " at or above ") + reading;
  }

  @Override
  public String percent(BigDecimal fraction) {
    return Numbers.size(fraction);
  }

  @Override
  public String pointsSize(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " pp";
  }

  @Override
  public String severity(Severity severity) {
    return severity == Severity.CRITICAL ? "Critical" : "Warning";
  }

  @Override
  public String recoveredHeading() {
    return "Recovered";
  }

  @Override
  public String eventsHeading() {
    return "Policy events nearby";
  }

  @Override
  public String changedHeading() {
    return "Changed since the last message:";
  }

  @Override
  public String kind(Kind kind) {
    return switch (kind) {
      case NEW -> "New:";
      case WORSENED -> "Worsened:";
      case CORRECTED -> "Corrected:";
      case EASED -> "Eased:";
      case CLEARED -> "No longer an alert:";
      case RECOVERED -> "Recovered:";
      case WITHDRAWN -> "Withdrawn:";
    };
  }

  @Override
  public String was(String before) {
    return "was " + before;
  }

  @Override
  public String now() {
    return "now ";
  }

  @Override
  public String brief(Kind kind, String was, String now) {
    return switch (kind) {
      case NEW -> "new " + now;
      case RECOVERED -> "recovered " + now;
      case WITHDRAWN -> "withdrawn";
      case WORSENED, CORRECTED, EASED, CLEARED -> "was " + was + ", now " + now;
    };
  }

  @Override
  public String takenBack() {
    return " no longer stands, the data were taken back";
  }

  @Override
  public String relabelled(String was, String now) {
    return "were " + was + ", now " + now;
  }

  @Override
  public String dataHeading() {
    return "Data:";
  }

  @Override
  public String official() {
    return "official";
  }

  @Override
  public String standing(int alerts, long critical) {
    return alerts == 0
        ? "No province is at a threshold now."
        : "Alerts now: " + alerts + (critical > 0 ? ", " + critical + " critical" : "") + ".";
  }

  @Override
  public String edited() {
    return "Edited since it was first sent; what changed is in the thread.";
  }

  @Override
  public String anew() {
    return "The earlier message can no longer be edited, so this is a new one.";
  }

  @Override
  public String owner() {
    return "Owner: ";
  }

  @Override
  public String dashboard() {
    return "Dashboard";
  }

  @Override
  public String figures() {
    return "Figures (API)";
  }

  @Override
  public String alerts() {
    return "Alerts (API)";
  }

  @Override
  public String mute() {
    return "Mute";
  }

  @Override
  public String allClear(String exports, String months) {
    return "All clear: " + exports + (months.isEmpty() ? "" : " — " + months);
  }

  @Override
  public String allClearText() {
    return "The release raised no alert.";
  }

  @Override
  public String overdue(String month) {
    return "Data overdue: " + month;
  }

  @Override
  public String overdueText(String due) {
    return " was due on " + due + " and has not come.";
  }

  @Override
  public String digest(String name, String months) {
    return "Digest: " + name + (months.isEmpty() ? "" : " — " + months);
  }

  @Override
  public String test() {
    return "Tradewind: a test of this channel";
  }

  @Override
  public String testText(String channel) {
    return "Somebody tries the channel. If you can read this, alerts arrive here. Nothing has happened.";
  }

  @Override
  public String fellMost() {
    return "Fell most";
  }

  @Override
  public String roseMost() {
    return "Rose most";
  }

  @Override
  public String mostExposed() {
    return "Most exposed";
  }

  @Override
  public String openHeading() {
    return "Open alerts";
  }

  @Override
  public String open(int critical, int warning) {
    return critical + " critical, " + warning + (warning == 1 ? " warning" : " warnings");
  }

  @Override
  public String allExports() {
    return "all exports";
  }

  @Override
  public String month(YearMonth month) {
    return Names.months(Window.MONTH, month);
  }

  private static String shortMonth(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + month.getYear();
  }

  private static String sign(BigDecimal number) {
    return number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "";
  }
}
