package dev.tradewind.metrics.known;

import dev.tradewind.contracts.period.ReleaseCalendar;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBox;
import dev.tradewind.metrics.coverage.MonthCover;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.MonthSums;
import dev.tradewind.metrics.indicator.SliceReader;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells month by month what is known of an area, a partner and a sector. */
final class CoverageReader {
  private final Reading reading;
  private final Area area;
  private final Partners partner;
  private final SectorFilter sector;
  private final ReleaseCalendar calendar;
  private final LocalDate today;

  CoverageReader(
      Reading reading,
      Area area,
      Partners partner,
      SectorFilter sector,
      ReleaseCalendar calendar,
      LocalDate today) {
    this.reading = reading;
    this.area = area;
    this.partner = partner;
    this.sector = sector;
    this.calendar = calendar;
    this.today = today;
  }

  /** From the first month of which anything is known to the last or a later one, without gaps. */
  List<CoverageItem> all(Optional<YearMonth> until) {
    Coverage coverage = reading.coverage();
    if (coverage.months().isEmpty()) {
      return List.of();
    }
    YearMonth known = PeriodKey.month(coverage.months().last());
    YearMonth last = until.filter(month -> month.isAfter(known)).orElse(known);
    List<YearMonth> months =
        Stream.iterate(
                PeriodKey.month(coverage.months().first()),
                month -> !month.isAfter(last),
                month -> month.plusMonths(1))
            .toList();
    MonthSums sums =
        SliceReader.read(reading, sector, partner, months.stream().map(PeriodKey::of).toList());
    List<CoverageItem> items = new ArrayList<>();
    months.forEach(month -> items.add(item(month, sums)));
    return items;
  }

  private CoverageItem item(YearMonth month, MonthSums sums) {
    int key = PeriodKey.of(month);
    MonthCover cover = reading.coverage().month(key, partner, sector);
    MonthCover world = reading.coverage().month(key, Partners.WORLD, sector);
    int covered = cover.touched(area).cardinality();
    int listed = cover.listed(area).cardinality();
    long value = sums.over(List.of(key), partner.id(), area);
    boolean seen = covered > 0 || listed > 0;
    return new CoverageItem(
        month.toString(),
        area.code(),
        partner.id(),
        sector.id(),
        reading.currency(),
        status(month, covered, listed, value),
        seen ? Money.text(value) : null,
        calendar.due(month).toString(),
        covered,
        listed,
        (int)
            Area.REGIONS.stream()
                .filter(region -> area.members().containsAll(region.members()))
                .filter(region -> !cover.covered(region).isEmpty())
                .count(),
        covered > 0 && cover.touched(area).equals(world.touched(area)),
        List.copyOf(cover.labels()),
        submissions(key));
  }

  private String status(YearMonth month, int covered, int listed, long value) {
    if (listed > 0) {
      return "listed-only";
    }
    if (covered > 0) {
      return value == 0 ? "zero" : "covered";
    }
    return calendar.overdue(month, today) ? "hole" : "not-yet-due";
  }

  private List<String> submissions(int month) {
    Set<String> submissions = new TreeSet<>();
    reading.coverage().boxes().stream()
        .filter(box -> box.months().contains(month) || box.listedOnly().contains(month))
        .map(LiveBox::submission)
        .forEach(submissions::add);
    return List.copyOf(submissions);
  }
}
