package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the partner of a row, by code, or by name where the file has no codes. */
final class PartnerColumn {
  private record Known(int place, Partner.@Nullable GaccCode limited) {}

  private final Map<String, Known> known = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Set<String> conflicts = new HashSet<>();
  private final Set<String> expired = new HashSet<>();
  private final Dimension source;
  private final boolean named;
  private final DeclaredCoverage.@Nullable Codes declared;
  private final RowReporter reporter;

  PartnerColumn(Header header, DeclaredCoverage coverage, RowReporter reporter) {
    boolean coded = header.has(Dimension.PARTNER);
    this.source = coded ? Dimension.PARTNER : Dimension.PARTNER_NAME;
    this.named = coded && header.has(Dimension.PARTNER_NAME);
    this.declared = coverage.partners();
    this.reporter = reporter;
  }

  /**
   * The partner's place in the code book; −1 if it is none, which is reported then.
   *
   * @param month the row's month; −1 if it is not known
   */
  int read(RawRow row, int month) {
    String text = row.get(source);
    Known partner = known.get(text);
    if (partner == null) {
      partner = readNew(text, row);
      if (partner == null) {
        return -1;
      }
    }
    if (partner.limited != null && month >= 0) {
      checkValidity(partner.limited, month, row);
    }
    if (named) {
      compareName(partner.place, text, row);
    }
    return partner.place;
  }

  private @Nullable Known readNew(String text, RawRow row) {
    Partner partner = partner(text);
    if (partner == null) {
      reporter.report(
          ProblemCode.UNKNOWN_PARTNER, row, source, text, "'" + text + "' is no known partner");
      return null;
    }
    if (declared != null && !declared.contains(partner.code())) {
      reporter.report(
          ProblemCode.OUTSIDE_COVERAGE,
          row,
          source,
          text,
          partner.code() + " is not among the declared partners");
      return null;
    }
    Partner.GaccCode gacc = Partner.gacc(text);
    boolean limited = gacc != null && (gacc.validFrom() != null || gacc.validTo() != null);
    Known result = new Known(CodeBook.place(partner), limited ? gacc : null);
    known.put(text, result);
    return result;
  }

  private static @Nullable Partner partner(String text) {
    Partner partner = Partner.ofGacc(text);
    partner = partner == null ? Partner.of(text) : partner;
    return partner == null ? CodeBook.partnerNamed(text) : partner;
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

  private void compareName(int place, String code, RawRow row) {
    String name = row.get(Dimension.PARTNER_NAME);
    if (name.isEmpty() || name.equals(names.put(place, name))) {
      return;
    }
    Partner other = CodeBook.partnerNamed(name);
    if (other != null
        && CodeBook.place(other) != place
        && conflicts.add(CodeBook.partner(place) + name)) {
      reporter.report(
          ProblemCode.NAME_CONFLICT,
          row,
          Dimension.PARTNER_NAME,
          name,
          "code " + code + " is " + CodeBook.partner(place) + ", but the name is " + other.code());
    }
  }
}
