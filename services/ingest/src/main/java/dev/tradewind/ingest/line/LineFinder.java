package dev.tradewind.ingest.line;

import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.Months;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.PlainText;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.format.RowSink;
import dev.tradewind.ingest.problem.ProblemCode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of one file that are looked for, read as the check reads them. */
final class LineFinder implements RowSink {
  private final String file;
  private final @Nullable YearMonth declared;
  private final Wanted wanted;
  private final List<LineItem> found;
  private @Nullable Header header;

  /**
   * Into that list, up to one more than is wanted.
   *
   * @param declared the month of files that do not state it
   */
  LineFinder(String file, @Nullable YearMonth declared, Wanted wanted, List<LineItem> found) {
    this.file = file;
    this.declared = declared;
    this.wanted = wanted;
    this.found = found;
  }

  @Override
  public void header(Header of) {
    header = of;
  }

  @Override
  public void row(RawRow row) {
    if (found.size() > wanted.limit()) {
      return;
    }
    String product = text(row, Dimension.PRODUCT);
    YearMonth month = month(row);
    String region = region(row);
    String partner = partner(row);
    if (month != null
        && region != null
        && partner != null
        && wanted.product(product)
        && wanted.month(month)
        && wanted.region(region)
        && wanted.partner(partner)) {
      String mode = row.get(Dimension.TRADE_MODE).toString();
      found.add(
          new LineItem(
              file,
              row.line(),
              month.toString(),
              region,
              partner,
              product,
              row.get(Dimension.VALUE).toString(),
              mode.isEmpty() ? null : mode));
    }
  }

  @Override
  public void problem(
      ProblemCode code,
      @Nullable Long line,
      @Nullable String column,
      @Nullable String value,
      String message) {
    // What is wrong with the file was told when it was checked.
  }

  private @Nullable YearMonth month(RawRow row) {
    if (!has(Dimension.PERIOD)) {
      return declared;
    }
    int number = Months.parse(text(row, Dimension.PERIOD));
    return number < 0 ? null : Months.month(number);
  }

  private @Nullable String region(RawRow row) {
    int place =
        has(Dimension.REGION)
            ? CodeBook.regionOf(text(row, Dimension.REGION))
            : CodeBook.regionNamed(text(row, Dimension.REGION_NAME));
    return place < 0 ? null : CodeBook.region(place);
  }

  private @Nullable String partner(RawRow row) {
    int place =
        has(Dimension.PARTNER)
            ? CodeBook.partnerOf(text(row, Dimension.PARTNER))
            : CodeBook.partnerNamed(text(row, Dimension.PARTNER_NAME));
    return place < 0 ? null : CodeBook.partner(place);
  }

  /** The text as checking reads it. */
  private static String text(RawRow row, Dimension dimension) {
    return PlainText.of(row.get(dimension).toString());
  }

  private boolean has(Dimension dimension) {
    return header != null && header.has(dimension);
  }
}
