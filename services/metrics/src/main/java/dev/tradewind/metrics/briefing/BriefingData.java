package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.dependence.DependencePage;
import dev.tradewind.metrics.diversification.DiversificationItem;
import dev.tradewind.metrics.event.PolicyEvent;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.shift.ShiftPage;
import java.time.YearMonth;
import java.util.List;

/** What a briefing is written from: the answers of the API's own readers, in one snapshot. */
interface BriefingData {
  /** Indicators to the briefing's partner. */
  IndicatorTable table(String sector, Window window, YearMonth period);

  /** Diversification in the briefing's window. */
  List<DiversificationItem> diversification(String sector);

  /** The strongest growth and new flows. */
  ShiftPage shifts(String level);

  /** Base-year exposure against change, over the regions that fell. */
  DependencePage dependence();

  /** What happened in the briefing's window. */
  List<PolicyEvent> events();
}
