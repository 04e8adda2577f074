package dev.tradewind.alerts;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Newest;
import dev.tradewind.contracts.message.IndicatorEvent.PolicyEvent;
import dev.tradewind.contracts.message.IndicatorEvent.RegionGroup;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A change as metrics would tell it: slices of all provinces, then the close. */
public final class ToldChange {
  /** Rises over restarts of the service, too: the topic keeps what earlier tests sent. */
  private static final AtomicLong PLACES = new AtomicLong(System.currentTimeMillis());

  private final UUID submission = UUID.randomUUID();
  private final String cause;
  private final Map<YearMonth, Map<String, Figures>> slices = new LinkedHashMap<>();
  private long epoch = 1;
  private long applySeq = PLACES.incrementAndGet();
  private @Nullable YearMonth newest;
  private List<String> labels = List.of();
  private Series series = Samples.US_YTD;
  private List<PolicyEvent> timeline = List.of();
  private List<RegionGroup> groups = List.of();

  private ToldChange(String cause) {
    this.cause = cause;
  }

  /** By a submission. */
  public static ToldChange published() {
    return new ToldChange("published");
  }

  /** By a withdrawal. */
  public static ToldChange withdrawn() {
    return new ToldChange("withdrawn");
  }

  /** By a rebuild. */
  public static ToldChange rebuild() {
    return new ToldChange("rebuild");
  }

  /** At that place in the order of changes. */
  public ToldChange at(long epoch, long applySeq) {
    this.epoch = epoch;
    this.applySeq = applySeq;
    return this;
  }

  /** Of another series. */
  public ToldChange of(Series other) {
    this.series = other;
    return this;
  }

  /** With a period's slice; provinces that are not named did not change from 100 million. */
  public ToldChange slice(YearMonth period, Map<String, Figures> figures) {
    slices.put(period, figures);
    return this;
  }

  /** With the series' latest covered period. */
  public ToldChange newest(YearMonth period) {
    this.newest = period;
    return this;
  }

  /** Of data that are not official. */
  public ToldChange labelled(String label) {
    this.labels = List.of(label);
    return this;
  }

  /** With a timeline that has one day's tariff, too. */
  public ToldChange event(String id, LocalDate day) {
    return event(id, day, "tariff");
  }

  /** With a timeline that has one day's event, too. */
  public ToldChange event(String id, LocalDate day, String kind) {
    List<PolicyEvent> longer = new ArrayList<>(timeline);
    longer.add(new PolicyEvent(id, day, null, id, id, kind, "a source"));
    this.timeline = longer;
    return this;
  }

  /** With a group of regions. */
  public ToldChange group(String id, String... members) {
    this.groups = List.of(new RegionGroup(id, id, id, List.of(members)));
    return this;
  }

  /** The submission. */
  public UUID submission() {
    return submission;
  }

  /** The place among changes. */
  public long applySeq() {
    return applySeq;
  }

  /** The epoch of the place. */
  public long epoch() {
    return epoch;
  }

  /** The slices, numbered. */
  public List<IndicatorEvent> events() {
    List<IndicatorEvent> events = new ArrayList<>();
    slices.forEach((period, figures) -> events.add(event(events.size(), period, figures)));
    return events;
  }

  /** The close. */
  public IndicatorEvent close() {
    List<Newest> latest =
        newest == null
            ? List.of()
            : List.of(
                new Newest(
                    series.partner(), series.sector(), series.window(), series.currency(), newest));
    return new SubmissionApplied(
        1,
        submission,
        epoch,
        applySeq,
        cause,
        null,
        Instant.now(),
        slices.size(),
        latest,
        timeline,
        groups);
  }

  private Slice event(int number, YearMonth period, Map<String, Figures> figures) {
    List<IndicatorRow> rows = new ArrayList<>();
    rows.add(
        row(
            Region.NATION,
            figures.getOrDefault(Region.NATION, Samples.millions("28000", "33000"))));
    for (Region region : Region.all()) {
      rows.add(
          row(region.code(), figures.getOrDefault(region.code(), Samples.millions("100", "100"))));
    }
    return new Slice(
        1,
        submission,
        epoch,
        applySeq,
        number,
        series.partner(),
        series.sector(),
        series.window(),
        period,
        series.currency(),
        17,
        "of 17 covered products",
        labels,
        rows);
  }

  private static IndicatorRow row(String region, Figures figures) {
    return new IndicatorRow(
        region,
        plain(figures.value()),
        plain(figures.baseValue()),
        plain(figures.change()),
        figures.yoy(),
        figures.share(),
        figures.shareChange(),
        figures.rank(),
        figures.rankChange(),
        figures.exposure(),
        figures.exposureChange(),
        figures.contribution(),
        figures.zScore(),
        figures.status().id(),
        figures.reasons());
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
