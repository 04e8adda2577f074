package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.PlainText;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of one file, which are all written in the same way: with points before decimals
 * and commas between thousands, as customs writes them, or the other way round, or with blanks or
 * apostrophes between thousands.
 *
 * <p>What can only be read in one way is read. {@code 1.234} cannot; {@code 1,234} can where commas
 * part the fields too, or other numbers have shown what commas are for. Numbers that contradict
 * each other reject the file, since one of them was read wrongly.
 */
final class NumberHabit {
  /** May be read in two ways. */
  static final long AMBIGUOUS = -5;

  /** Written unlike the numbers before it, which is reported already. */
  static final long CONTRADICTION = -6;

  private static final Pattern POINTS =
      Pattern.compile("([1-9]\\d{0,2}(?:\\.\\d{3})+)(?:,(\\d{1,2}))?");
  private static final Pattern BLANKS =
      Pattern.compile("(\\d{1,3}(?:([ '’])\\d{3})(?:\\2\\d{3})*)(?:([.,])(\\d{1,2}))?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("(\\d+),(\\d{1,2})");

  /** What a sign is for. */
  private enum Use {
    UNKNOWN,
    DECIMALS,
    THOUSANDS
  }

  private final boolean semicolons;
  private final Repairs repairs;
  private final RowReporter reporter;
  private Use commas = Use.UNKNOWN;
  private Use points = Use.UNKNOWN;
  private boolean contradicted;

  /**
   * Numbers of a file, none of them seen yet.
   *
   * @param semicolons whether semicolons part its fields, so that commas may be decimal points
   */
  NumberHabit(boolean semicolons, Repairs repairs, RowReporter reporter) {
    this.semicolons = semicolons;
    this.repairs = repairs;
    this.reporter = reporter;
  }

  /** The amount in minor units, or a negative number that says why not, see {@link Amount}. */
  long read(RawRow row, Dimension dimension) {
    CellText cell = row.get(dimension);
    long amount = Amount.parse(cell);
    if (amount >= 0) {
      return usual(cell, amount, row, dimension);
    }
    return amount == Amount.NOT_A_NUMBER || amount == Amount.TOO_MANY_DECIMALS
        ? unusual(cell.toString(), amount, row, dimension)
        : amount;
  }

  /** A number with a point before decimals and commas between thousands, if with either. */
  private long usual(CharSequence text, long amount, RawRow row, Dimension dimension) {
    int groups = 0;
    boolean decimals = false;
    for (int i = 0; i < text.length(); i++) {
      groups += text.charAt(i) == ',' ? 1 : 0;
      decimals |= text.charAt(i) == '.';
    }
    if (groups == 1
        && !decimals
        && (commas == Use.DECIMALS || (commas == Use.UNKNOWN && semicolons))) {
      return AMBIGUOUS;
    }
    return agrees(groups > 0 ? Use.THOUSANDS : Use.UNKNOWN, decimals ? Use.DECIMALS : Use.UNKNOWN)
        ? amount
        : contradiction(text.toString(), row, dimension);
  }

  private long unusual(String text, long why, RawRow row, Dimension dimension) {
    String plain = PlainText.of(text);
    long amount = Amount.parse(plain);
    if (amount >= 0) {
      long read = usual(plain, amount, row, dimension);
      return told(read, ProblemCode.REPAIRED_TEXT, text, row, dimension);
    }
    Matcher number = BLANKS.matcher(plain);
    if (number.matches()) {
      return converted(
          number.group(1), number.group(4), Use.UNKNOWN, number.group(3), text, row, dimension);
    }
    number = POINTS.matcher(plain);
    if (number.matches()) {
      boolean one = number.group(2) == null && plain.indexOf('.') == plain.lastIndexOf('.');
      return one
          ? AMBIGUOUS
          : converted(number.group(1), number.group(2), Use.THOUSANDS, ",", text, row, dimension);
    }
    number = DECIMAL_COMMA.matcher(plain);
    if (number.matches()) {
      String whole = number.group(1);
      boolean certain =
          semicolons || commas != Use.UNKNOWN || whole.length() > 3 || whole.equals("0");
      return certain
          ? converted(whole, number.group(2), Use.UNKNOWN, ",", text, row, dimension)
          : AMBIGUOUS;
    }
    return why;
  }

  private long converted(
      String whole,
      @Nullable String decimals,
      Use pointsBefore,
      @Nullable String mark,
      String text,
      RawRow row,
      Dimension dimension) {
    boolean comma = decimals != null && ",".equals(mark);
    boolean point = decimals != null && ".".equals(mark);
    if (!agrees(comma ? Use.DECIMALS : Use.UNKNOWN, point ? Use.DECIMALS : pointsBefore)) {
      return contradiction(text, row, dimension);
    }
    String digits = whole.replaceAll("\\D", "") + (decimals == null ? "" : "." + decimals);
    return told(Amount.parse(digits), ProblemCode.REPAIRED_NUMBER, text, row, dimension);
  }

  /** Whether numbers before used the signs in the same way; it is remembered then. */
  private boolean agrees(Use comma, Use point) {
    if ((comma != Use.UNKNOWN && commas != Use.UNKNOWN && comma != commas)
        || (point != Use.UNKNOWN && points != Use.UNKNOWN && point != points)) {
      return false;
    }
    commas = comma == Use.UNKNOWN ? commas : comma;
    points = point == Use.UNKNOWN ? points : point;
    return true;
  }

  private long told(long amount, ProblemCode code, String text, RawRow row, Dimension dimension) {
    if (amount >= 0) {
      repairs.report(code, dimension, row, text, Amount.text(amount));
    }
    return amount;
  }

  private long contradiction(String text, RawRow row, Dimension dimension) {
    if (!contradicted) {
      contradicted = true;
      reporter.report(
          ProblemCode.MIXED_NUMBERS,
          row,
          dimension,
          text,
          "'" + text + "' has points and commas the other way round than numbers before it");
    }
    return CONTRADICTION;
  }
}
