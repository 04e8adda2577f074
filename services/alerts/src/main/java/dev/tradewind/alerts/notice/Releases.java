package dev.tradewind.alerts.notice;

import dev.tradewind.alerts.indicator.About;
import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.NewestPeriods;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notification.Announcements;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.OpenIncidents;
import dev.tradewind.alerts.route.NoticeRoute;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.rule.Rules;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.period.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes that bring a new newest period: an all-clear if they raise nothing, and digests. */
@ApplicationScoped
public class Releases {
  /** What most readers want to read of first. */
  private static final Series USUAL = new Series("USA", "all", Window.YTD, "USD");

  private static final Comparator<Series> FIRST =
      Comparator.comparing((Series series) -> !series.equals(USUAL))
          .thenComparing(Series::partner)
          .thenComparing(Series::sector)
          .thenComparing(Series::window)
          .thenComparing(Series::currency);

  private final Announcements announcements;
  private final Digests digests;

  Releases(Announcements announcements, Digests digests) {
    this.announcements = announcements;
    this.digests = digests;
  }

  /**
   * Announces what follows from a release, after its incidents were evaluated.
   *
   * @param before the newest period of each series before the change
   * @return whether there is something new to send
   */
  public boolean announce(Transaction transaction, Map<Series, YearMonth> before, UUID submission) {
    RoutingStore.Stored stored = RoutingStore.stored(transaction);
    Routing routing = stored.routing();
    boolean clears = !routing.notices().allClear().receivers().isEmpty();
    if (!clears && routing.digests().isEmpty()) {
      return false;
    }
    List<Map.Entry<Series, YearMonth>> released =
        NewestPeriods.all(transaction).entrySet().stream()
            .filter(entry -> isNewer(entry.getValue(), before.get(entry.getKey())))
            .sorted(Map.Entry.comparingByKey(FIRST))
            .toList();
    boolean toSend = clears && allClear(transaction, routing, released, submission);
    toSend |= digests.released(transaction, routing, released, submission);
    return toSend;
  }

  private boolean allClear(
      Transaction transaction,
      Routing routing,
      List<Map.Entry<Series, YearMonth>> released,
      UUID submission) {
    List<Map.Entry<Series, YearMonth>> watched =
        released.stream()
            .filter(entry -> !Rules.watching(transaction, entry.getKey()).isEmpty())
            .toList();
    if (watched.isEmpty()
        || watched.stream()
            .anyMatch(
                entry ->
                    !OpenIncidents.firing(transaction, entry.getKey(), entry.getValue())
                        .isEmpty())) {
      return false;
    }
    Series series = watched.get(0).getKey();
    YearMonth period = watched.get(0).getValue();
    About about = Cells.about(transaction, series, period);
    Figures nation =
        Cells.figures(transaction, series, Set.of(period))
            .getOrDefault(Region.NATION, Map.of())
            .get(period);
    NoticeRoute route = routing.notices().allClear();
    Notice notice =
        new Notice(
            Notice.Kind.ALL_CLEAR,
            "",
            series,
            period,
            about == null ? null : about.partial(),
            about == null ? List.of() : about.labels(),
            routing.owner().isBlank() ? List.of() : List.of(routing.owner()),
            nation == null ? List.of() : List.of(new Notice.Level(Region.NATION, nation)));
    return announcements.announce(
        transaction, notice, period.toString(), route.receivers(), route.timing(), submission);
  }

  private static boolean isNewer(YearMonth now, @Nullable YearMonth before) {
    return before == null || now.isAfter(before);
  }
}
