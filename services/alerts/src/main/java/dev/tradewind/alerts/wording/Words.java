package dev.tradewind.alerts.wording;

import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language. What a message says, and in which order, is the same in all; how it is
 * said is here. Nothing here knows a format.
 */
public interface Words {
  /** Those of that language. */
  static Words of(Language language) {
    return language == Language.ZH ? Chinese.WORDS : English.WORDS;
  }

  // Numbers

  /** A change as per cent with its sign. */
  String change(@Nullable BigDecimal fraction);

  /** A part as per cent. */
  String part(@Nullable BigDecimal fraction);

  /** A fraction in percentage points with its sign. */
  String points(@Nullable BigDecimal fraction);

  /** An amount. */
  String money(@Nullable BigDecimal amount, String currency);

  /** An amount with its sign. */
  String signedMoney(@Nullable BigDecimal amount, String currency);

  /** The name or sign of a currency. */
  String currency(String code);

  /** A score with its sign. */
  String score(@Nullable BigDecimal number);

  // Names

  /** The region's name in this language. */
  String region(String region);

  /** And in the other. */
  String otherRegion(String region);

  /** "US exports". */
  String exports(String partner, String sector);

  /** "the US". */
  String partner(String partner);

  /** A sector's name. */
  String sector(String id);

  /** "January–August 2025". */
  String months(Window window, YearMonth period);

  /** "3 May 2025". */
  String date(LocalDate date);

  /** "Modelled data"; empty if nothing is said of them. */
  String data(List<String> labels);

  /** An event's title. */
  String title(String titleEn, String titleZh);

  // Marks between words

  /** Between a name and what is said of it. */
  String colon();

  /** Between parts of a sentence. */
  String comma();

  /** At the end of a sentence. */
  String stop();

  /** Between items. */
  String semicolon();

  /** Around what is added. */
  String bracketed(String text);

  // Titles

  /** Exports of one region, or of so many, fell sharply. */
  String fell(String exports, String where, String months);

  /** Something other than a fall, in one region or in so many. */
  String alert(String exports, String where, String months);

  /** Alerts of an earlier period are over. */
  String recovered(String exports, String where, String months);

  /** No alert stands any more. */
  String nothingStands(String exports, String months);

  /** "4 provinces". */
  String provinces(int count);

  /** What was told has changed. */
  String correction(String exports, String months);

  /** The same again. */
  String reminder(String title);

  /** That a reminder leaves out some alerts, because somebody took them on. */
  String acknowledged(int alerts);

  // What the figures are

  /** "Modelled data, not official statistics". */
  String notOfficial(String label);

  /** One window against another. */
  String against(String months, String base);

  /** What totals cover. */
  String coverage(@Nullable String partial);

  /** Whose figures are still to be revised. */
  String provisional();

  /** "US$ 17.9 m, a year earlier US$ 41.4 m". */
  String amounts(String now, String base);

  /** "exposure 11.8 %". */
  String exposure(String part, String partner);

  /** "contribution −2.44 pp". */
  String contribution(String points);

  /** The sector that fell most. */
  String mostly(String sector, String change);

  /** The months that bars stand for. */
  String bars(YearMonth first, YearMonth last);

  /** What exposure and contribution mean. */
  String legend(String partner);

  // Indicators

  /** What an indicator is called within a sentence. */
  String indicator(Indicator indicator, String partner);

  /** "rank 5". */
  String rank(int rank);

  /** "rank 5 → 8". */
  String ranks(int from, int to);

  /** "3 places down". */
  String places(BigDecimal places);

  /** A bound in plain words: "change at or below +5.0 %". */
  String bound(String indicator, boolean orBelow, String reading);

  /** A threshold in words, where its sign says the same as its side: "down by 40 % or more". */
  String threshold(Indicator indicator, boolean orBelow, String threshold, String partner);

  /** A threshold's number: without a sign where the words say which way. */
  default String size(Indicator indicator, BigDecimal threshold, String currency) {
    return switch (indicator.unit()) {
      case MONEY -> money(threshold.abs(), currency);
      case RATE, PART -> percent(threshold.abs());
      case POINTS ->
          indicator == Indicator.CONTRIBUTION ? points(threshold) : pointsSize(threshold.abs());
      case RANK, PLACES -> threshold.abs().stripTrailingZeros().toPlainString();
      case SCORE -> score(threshold);
    };
  }

  /** A number of that indicator, with its sign where it has one. */
  default String reading(Indicator indicator, @Nullable BigDecimal number, String currency) {
    return switch (indicator.unit()) {
      case MONEY ->
          indicator == Indicator.CHANGE ? signedMoney(number, currency) : money(number, currency);
      case RATE -> change(number);
      case PART -> part(number);
      case POINTS -> points(number);
      case RANK -> number == null ? change(null) : rank(number.intValue());
      case PLACES -> number == null ? change(null) : places(number);
      case SCORE -> score(number);
    };
  }

  /** As exact as it is: 0.2 is "20 %". */
  String percent(BigDecimal fraction);

  /** As exact as it is: 0.03 is "3 pp". */
  String pointsSize(BigDecimal fraction);

  // Sections

  /** "Critical". */
  String severity(Severity severity);

  /** Of regions whose alert is over. */
  String recoveredHeading();

  /** Of policy events. */
  String eventsHeading();

  /** Of what changed. */
  String changedHeading();

  /** What changed, before the name of a region. */
  String kind(Kind kind);

  /** What can become of something that was told. */
  enum Kind {
    /** An alert now. */
    NEW,
    /** More severe. */
    WORSENED,
    /** Other figures. */
    CORRECTED,
    /** Less severe. */
    EASED,
    /** No alert. */
    CLEARED,
    /** An earlier alert is over. */
    RECOVERED,
    /** Its data are gone. */
    WITHDRAWN
  }

  /** "was −52.0 %". */
  String was(String before);

  /** "now −31.0 %". */
  String now();

  /** A change in one word or two, for short lines. */
  String brief(Kind kind, String was, String now);

  /** After the name and the change that was told. */
  String takenBack();

  /** The data were of another kind. */
  String relabelled(String was, String now);

  /** Of what kind the data are, before {@link #relabelled}. */
  String dataHeading();

  /** "official". */
  String official();

  /** How many alerts stand now. */
  String standing(int alerts, long critical);

  /** Where the changes are told. */
  String edited();

  /** An earlier message could not be edited. */
  String anew();

  // Ends

  /** Who looks after it. */
  String owner();

  /** Links. */
  String dashboard();

  /** Links. */
  String figures();

  /** Links. */
  String alerts();

  /** Links. */
  String mute();

  // Notices

  /** A release that raised nothing. */
  String allClear(String exports, String months);

  /** Nothing was raised. */
  String allClearText();

  /** A month's data have not come. */
  String overdue(String month);

  /** When they should have come. */
  String overdueText(String due);

  /** The state of things in short. */
  String digest(String name, String months);

  /** A test. */
  String test();

  /** What a test means. */
  String testText(String channel);

  /** Of regions in an order. */
  String fellMost();

  /** Of regions in an order. */
  String roseMost();

  /** Of regions in an order. */
  String mostExposed();

  /** Of alerts that are open. */
  String openHeading();

  /** How many alerts are open. */
  String open(int critical, int warning);

  /** All exports, where no series is named. */
  String allExports();

  /** A month by itself. */
  String month(YearMonth month);
}
