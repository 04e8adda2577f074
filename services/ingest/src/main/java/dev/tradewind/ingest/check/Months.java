package dev.tradewind.ingest.check;

import dev.tradewind.ingest.sort.CellKey;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months as numbers, and as files write them. */
public final class Months {
  static final int BAD = -1;
  static final int ANNUAL = -2;

  private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:-M|-|/|\\.|年)?(\\d{1,2})月?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}年?");

  private Months() {}

  /** The month at that number. */
  public static YearMonth month(int number) {
    return YearMonth.of(CellKey.FIRST_YEAR + number / 12, number % 12 + 1);
  }

  /** The month's number. */
  public static int number(YearMonth month) {
    return (month.getYear() - CellKey.FIRST_YEAR) * 12 + month.getMonthValue() - 1;
  }

  /** The month's number, {@link #BAD} or {@link #ANNUAL}. */
  public static int parse(String text) {
    if (YEAR.matcher(text).matches()) {
      return ANNUAL;
    }
    Matcher matcher = MONTH.matcher(text);
    if (!matcher.matches()) {
      return BAD;
    }
    String monthText = matcher.group(2);
    boolean separated = text.length() > 4 && !Character.isDigit(text.charAt(4));
    if (!separated && monthText.length() != 2) {
      return BAD;
    }
    int year = Integer.parseInt(matcher.group(1));
    int month = Integer.parseInt(monthText);
    if (month == 0 && monthText.length() == 2) {
      return ANNUAL;
    }
    if (month < 1 || month > 12 || year < CellKey.FIRST_YEAR || year > CellKey.LAST_YEAR) {
      return BAD;
    }
    return number(YearMonth.of(year, month));
  }
}
