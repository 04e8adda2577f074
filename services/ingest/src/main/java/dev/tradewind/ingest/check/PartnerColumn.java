package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the partner of a row, by code, or by name where the file has no codes. */
final class PartnerColumn {
  private record Known(int place, Partner.@Nullable GaccCode limited) {}

  private final Remembered<Known> known = new Remembered<>();
  private final Set<String> expired = new HashSet<>();
  private final Dimension source;
  private final @Nullable NameColumn names;
  private final DeclaredCoverage.@Nullable Codes declared;
  private final Repairs repairs;
  private final RowReporter reporter;

  PartnerColumn(Header header, DeclaredCoverage coverage, Repairs repairs, RowReporter reporter) {
    boolean coded = header.has(Dimension.PARTNER);
    this.source = coded ? Dimension.PARTNER : Dimension.PARTNER_NAME;
    this.names =
        coded && header.has(Dimension.PARTNER_NAME)
            ? new NameColumn(
                Dimension.PARTNER_NAME, CodeBook::partnerNamed, CodeBook::partner, reporter)
            : null;
    this.declared = coverage.partners();
    this.repairs = repairs;
    this.reporter = reporter;
  }

  /**
   * The partner's place in the code book; −1 if it is none, which is reported then.
   *
   * @param month the row's month; −1 if it is not known
   * @param reference whether the row is of a reference series, which may be of the whole world
   */
  int read(RawRow row, int month, boolean reference) {
    CellText text = row.get(source);
    Known partner = known.get(text);
    if (partner == null) {
      partner = readNew(text, row);
      if (partner == null) {
        return -1;
      }
    }
    if (partner.place == CodeBook.WORLD && !reference) {
      reporter.report(
          ProblemCode.TOTAL_ROW,
          row,
          source,
          text.toString(),
          "the row is of all partners together");
      return -1;
    }
    if (partner.limited != null && month >= 0) {
      checkValidity(partner.limited, month, row);
    }
    if (names != null) {
      names.compare(partner.place, source, row);
    }
    return partner.place;
  }

  private @Nullable Known readNew(CellText cell, RawRow row) {
    String text = repairs.read(cell, source, row, partner -> CodeBook.partnerOf(partner) >= 0);
    int place = CodeBook.partnerOf(text);
    if (place < 0) {
      reporter.report(
          ProblemCode.UNKNOWN_PARTNER, row, source, text, "'" + text + "' is no known partner");
      return null;
    }
    String code = CodeBook.partner(place);
    if (declared != null && place != CodeBook.WORLD && !declared.contains(code)) {
      reporter.report(
          ProblemCode.OUTSIDE_COVERAGE,
          row,
          source,
          text,
          code + " is not among the declared partners");
      return null;
    }
    Partner.GaccCode gacc = Partner.gacc(text);
    boolean limited = gacc != null && (gacc.validFrom() != null || gacc.validTo() != null);
    Known result = new Known(place, limited ? gacc : null);
    known.put(cell, result);
    return result;
  }

  private void checkValidity(Partner.GaccCode code, int month, RawRow row) {
    if (!code.valid(Months.month(month)) && expired.add(code.code())) {
      reporter.report(
          ProblemCode.EXPIRED_PARTNER,
          row,
          source,
          code.code(),
          "code %s was not in use in %s; it was read as the same partner"
              .formatted(code.code(), Months.month(month)));
    }
  }
}
