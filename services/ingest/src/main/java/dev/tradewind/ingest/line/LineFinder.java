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
import org.jspecify.annotations.Nullable;

/** Keeps the rows of one file that are looked for, read as the check reads them. */
final class LineFinder implements RowSink {
  private final String file;
  private final @Nullable YearMonth declared;
  private final Wanted wanted;
  private final FoundLines found;
  private @Nullable Header header;

  /**
   * Until the part of the list is full.
   *
   * @param declared the month of files that do not state it
   */
  LineFinder(String file, @Nullable YearMonth declared, Wanted wanted, FoundLines found) {
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
      found.add(
          () ->
              new LineItem(
                  file,
                  row.line(),
                  month.toString(),
                  region,
                  partner,
                  product,
                  row.get(Dimension.VALUE).toString(),
                  written(row, Dimension.QUANTITY),
                  written(row, Dimension.UNIT),
                  written(row, Dimension.TRADE_MODE)));
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

  private static @Nullable String written(RawRow row, Dimension dimension) {
    String cell = row.get(dimension).toString();
    return cell.isEmpty() ? null : cell;
  }

  /** The text as checking reads it. */
  private static String text(RawRow row, Dimension dimension) {
    return PlainText.of(row.get(dimension).toString());
  }

  private boolean has(Dimension dimension) {
    return header != null && header.has(dimension);
  }
}
