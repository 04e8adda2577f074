package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.List;

/** The series that are told about without being asked. */
final class Watched {
  static final Partners PARTNER = Partners.of("USA");
  static final SectorFilter SECTOR = SectorFilter.ALL;
  static final List<Window> WINDOWS = List.of(Window.MONTH, Window.YTD);

  private Watched() {}
}
