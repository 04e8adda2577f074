package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.notification.Group;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Made-up messages for previews while there are no others; they say that they are samples. */
final class Samples {
  private static final String LABEL = "sample";
  private static final YearMonth PERIOD = YearMonth.of(2025, 8);

  static final Telling TELLING =
      new Telling(
          new Group(new Series("USA", "all", Window.YTD, "USD"), PERIOD),
          figures("283100000000", "335000000000", "-0.154925", "0.116", null),
          null,
          List.of(LABEL),
          List.of(
              member(1, "CN-YN", Severity.CRITICAL, "-0.4", "261000000", "900000000", "-0.71"),
              member(
                  2, "CN-HN", Severity.WARNING, "-0.2", "3000000000", "4200000000", "-0.285714")),
          List.of("trade desk"),
          new Background(
              PERIOD,
              Map.of("CN-YN", months(), "CN-HN", months()),
              Map.of(
                  "CN-YN",
                  new Background.SectorFall(
                      "phones", new BigDecimal("-310000000"), new BigDecimal("-0.82"))),
              Map.of(1L, Instant.parse("2025-09-20T10:00:00Z")),
              List.of(
                  new Background.Event(
                      LocalDate.of(2025, 8, 29), null, "A sample event", "示例事件"))));

  private Samples() {}

  /**
   * A notice.
   *
   * @param channel that a test is of
   */
  static Notice notice(Notice.Kind kind, String channel) {
    return kind == Notice.Kind.TEST
        ? Notice.test(channel)
        : new Notice(
            kind,
            kind == Notice.Kind.DIGEST ? LABEL : "",
            TELLING.group().series(),
            PERIOD,
            null,
            TELLING.labels(),
            TELLING.owners(),
            items(kind));
  }

  private static List<Notice.Item> items(Notice.Kind kind) {
    if (kind == Notice.Kind.OVERDUE) {
      return List.of(new Notice.Overdue(PERIOD, PERIOD.plusMonths(1).atDay(20)));
    }
    Figures nation = TELLING.nation();
    List<Notice.Item> items = new ArrayList<>();
    if (nation != null) {
      items.add(new Notice.Level(Region.NATION, nation));
    }
    if (kind == Notice.Kind.DIGEST) {
      items.add(
          new Notice.Ranking(
              Notice.Ranking.Order.FELL,
              TELLING.members().stream()
                  .map(member -> new Notice.Level(member.region(), member.figures()))
                  .toList()));
      items.add(new Notice.Open(1, 1, TELLING.members()));
    }
    return items;
  }

  private static List<@Nullable BigDecimal> months() {
    return IntStream.range(0, Background.MONTHS)
        .<@Nullable BigDecimal>mapToObj(i -> BigDecimal.valueOf(100L - 6L * i))
        .toList();
  }

  private static Member member(
      long id,
      String region,
      Severity severity,
      String threshold,
      String value,
      String base,
      String yoy) {
    return new Member(
        id,
        "us-exports-drop",
        "Sharp drop of exports to the United States",
        Indicator.YOY.id(),
        Comparison.AT_OR_BELOW.id(),
        region,
        Finding.FIRING,
        severity,
        new BigDecimal(threshold),
        new BigDecimal(yoy),
        figures(value, base, yoy, "0.117647", "-0.003582"));
  }

  private static Figures figures(
      String value, String base, String yoy, String exposure, @Nullable String contribution) {
    return new Figures(
        new BigDecimal(value),
        new BigDecimal(base),
        null,
        new BigDecimal(yoy),
        null,
        null,
        null,
        null,
        new BigDecimal(exposure),
        null,
        contribution == null ? null : new BigDecimal(contribution),
        null,
        Status.OK,
        List.of());
  }
}
