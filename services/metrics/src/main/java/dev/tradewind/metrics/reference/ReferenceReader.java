package dev.tradewind.metrics.reference;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.coverage.MonthCover;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.indicator.Completeness;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.Status;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts what was reported beside what the regions add up to. */
final class ReferenceReader {
  private static final String TOTAL = "TOTAL";
  private static final int DECIMALS = 6;

  /** Totals and chapters are stored sums; other codes are ranges of the facts' primary key. */
  private static final String QUERY =
      """
      SELECT r.period, r.partner, r.product, r.value,
             CASE
               WHEN r.product = 'TOTAL' OR length(r.product) = 2 THEN
                 (SELECT sum(s.value)::bigint FROM %1$s s
                  WHERE s.currency = %2$s AND s.period = r.period AND s.partner = r.partner
                    AND s.sector = CASE r.product WHEN 'TOTAL' THEN 'all'
                                                  ELSE 'hs:' || r.product END)
               ELSE
                 (SELECT sum(f.value)::bigint FROM %3$s f
                  WHERE f.currency = %2$s AND f.period = r.period AND f.region = ANY (%4$s)
                    AND f.product >= r.product AND f.product < r.product || ':'
                    AND (f.partner = r.partner OR r.partner = 'WLD')
                    AND CASE r.partner WHEN 'WLD' THEN %5$s ELSE %6$s END)
             END
      FROM %7$s r
      WHERE r.currency = %2$s AND %8$s
      ORDER BY r.period, r.partner, r.product LIMIT %9$s
      """;

  private final Reading reading;

  ReferenceReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The figures that were reported.
   *
   * @param condition on the alias {@code r}, with its parameters in {@code parameters}
   */
  List<ReferenceItem> read(Parameters parameters, String condition, int limit) {
    String sql =
        QUERY.formatted(
            reading.sliceCells(),
            parameters.add(reading.currency()),
            reading.facts(),
            parameters.add(RegionOrder.CODES.toArray(String[]::new)),
            reading.levels().world(),
            reading.levels().cell(),
            reading.reference(),
            condition,
            parameters.add(limit));
    return reading.session().list(sql, this::item, parameters.array());
  }

  private ReferenceItem item(Row row) {
    int period = row.getInteger(0);
    String partner = row.getString(1);
    String product = row.getString(2);
    long reported = row.getLong(3);
    SectorFilter sector =
        product.equals(TOTAL)
            ? SectorFilter.ALL
            : Objects.requireNonNull(SectorFilter.of("hs:" + product));
    MonthCover cover = reading.coverage().month(period, Partners.of(partner), sector);
    List<String> reasons = new ArrayList<>();
    Status status = status(cover, sector, period, reasons);
    Long sum = row.getLong(4);
    Long computed =
        cover.touched(Area.NATION).isEmpty() ? null : Long.valueOf(sum == null ? 0 : sum);
    return new ReferenceItem(
        PeriodKey.month(period).toString(),
        partner,
        Partner.nameEn(partner),
        product,
        reading.currency(),
        String.valueOf(Money.text(reported)),
        Money.text(computed),
        computed == null ? null : Money.text(computed - reported),
        ratio(computed, reported),
        status.id(),
        reasons);
  }

  private Status status(MonthCover cover, SectorFilter sector, int period, List<String> reasons) {
    if (cover.touched(Area.NATION).isEmpty()) {
      reasons.add("nothing is known of the regions");
      return Status.HOLE;
    }
    if (!cover.uniform()) {
      reasons.add("not all regions are known alike");
      return Status.NOT_COMPARABLE;
    }
    String partial = partial(cover, sector, period);
    if (partial != null) {
      reasons.add(partial);
      return Status.NOT_COMPARABLE;
    }
    if (cover.provisional()) {
      reasons.add("figures are provisional");
      return Status.PROVISIONAL;
    }
    return Status.OK;
  }

  private @Nullable String partial(MonthCover cover, SectorFilter sector, int period) {
    List<String> covered =
        IntStream.of(cover.covered(Area.NATION).stream().toArray())
            .mapToObj(reading.coverage()::product)
            .toList();
    return Completeness.partial(reading.coverage(), covered, sector, PeriodKey.year(period));
  }

  private static @Nullable BigDecimal ratio(@Nullable Long computed, long reported) {
    return computed == null || reported == 0
        ? null
        : BigDecimal.valueOf(computed)
            .divide(BigDecimal.valueOf(reported), DECIMALS, RoundingMode.HALF_UP);
  }
}
