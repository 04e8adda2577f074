package dev.tradewind.contracts.message;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the indicators, on {@code tradewind.indicators} under the submission that caused
 * it: any number of {@link Slice}s, then one {@link SubmissionApplied}, all in one partition.
 * Everything may be sent again, word for word. Events are ordered by ({@code epoch}, {@code
 * applySeq}); what is not newer than what is known of a cell is ignored.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = IndicatorEvent.Slice.class, name = "indicators"),
  @JsonSubTypes.Type(value = IndicatorEvent.SubmissionApplied.class, name = "submission-applied")
})
public sealed interface IndicatorEvent {
  /** The version this code writes. */
  int SCHEMA_VERSION = 1;

  /** The submission that caused the change, or a fresh id for a rebuild. */
  UUID submission();

  /** Raised when the metrics database is restored or rebuilt. */
  long epoch();

  /** The place of the change in the order in which metrics applied submissions. */
  long applySeq();

  /**
   * The indicators of all regions for one partner, sector, window and period.
   *
   * @param number of this event within its change, from 0
   * @param sector a sector's id, or {@code all}
   * @param coveredProducts how many products the totals cover
   * @param partial what to say of a total that does not cover all trade, such as {@code of 2
   *     covered products}; null if it does
   * @param labels what the data are, if not official: {@code modelled}
   * @param rows one per region, {@code CN} for the nation included
   */
  @JsonPropertyOrder({
    "type",
    "schemaVersion",
    "submission",
    "epoch",
    "applySeq",
    "number",
    "partner",
    "sector",
    "window",
    "period",
    "currency",
    "coveredProducts",
    "partial",
    "labels",
    "rows"
  })
  record Slice(
      int schemaVersion,
      UUID submission,
      long epoch,
      long applySeq,
      int number,
      String partner,
      String sector,
      Window window,
      YearMonth period,
      String currency,
      int coveredProducts,
      @Nullable String partial,
      List<String> labels,
      List<IndicatorRow> rows)
      implements IndicatorEvent {}

  /**
   * Indicators of one region. Money is in units of the currency, exact decimals as strings; rates
   * are fractions with six decimals, so −0.713127 is −71.3 %. Null is undefined, and {@code
   * reasons} says why.
   *
   * @param region ISO 3166-2, or {@code CN}
   * @param baseValue the same window a year earlier
   * @param change value − base value
   * @param yoy change / base value
   * @param share value / the nation's value
   * @param shareChange against the base
   * @param rank by value, 1 is the largest; null for {@code CN}
   * @param rankChange rank in the base window − rank, so that positive is climbed and negative is
   *     fallen; null for {@code CN}, where not all regions are known alike in both windows, and in
   *     messages of earlier writers
   * @param exposure value / the region's exports to the world
   * @param exposureChange against the base
   * @param contribution change / the nation's base value
   * @param zScore robust score of {@code yoy} among those of the 36 months before: {@code (yoy −
   *     median) / (1.4826 · MAD)}, six decimals; null below 24 rates, where they are all alike, and
   *     in messages of earlier writers
   * @param status {@code hole}, {@code not-comparable}, {@code new-flow}, {@code ceased}, {@code
   *     low-base}, {@code provisional} or {@code ok}
   * @param reasons for everything that is not plain, in English
   */
  @JsonPropertyOrder({
    "region",
    "value",
    "baseValue",
    "change",
    "yoy",
    "share",
    "shareChange",
    "rank",
    "rankChange",
    "exposure",
    "exposureChange",
    "contribution",
    "zScore",
    "status",
    "reasons"
  })
  record IndicatorRow(
      String region,
      @Nullable String value,
      @Nullable String baseValue,
      @Nullable String change,
      @Nullable BigDecimal yoy,
      @Nullable BigDecimal share,
      @Nullable BigDecimal shareChange,
      @Nullable Integer rank,
      @Nullable Integer rankChange,
      @Nullable BigDecimal exposure,
      @Nullable BigDecimal exposureChange,
      @Nullable BigDecimal contribution,
      @Nullable BigDecimal zScore,
      String status,
      List<String> reasons) {}

  /**
   * Closes a change: facts and indicators are committed, and all its slices precede this event.
   *
   * @param cause {@code published}, {@code withdrawn} or {@code rebuild}
   * @param vintage of the submission; null for a rebuild
   * @param appliedAt when metrics committed it
   * @param events how many distinct slices belong to it
   * @param newest the latest covered period of each watched series
   * @param timeline the whole policy timeline, by day; empty in messages of earlier writers
   * @param groups the groups of regions that there are, those of users included, in their newest
   *     versions; empty in messages of earlier writers
   */
  @JsonPropertyOrder({
    "type",
    "schemaVersion",
    "submission",
    "epoch",
    "applySeq",
    "cause",
    "vintage",
    "appliedAt",
    "events",
    "newest",
    "timeline",
    "groups"
  })
  record SubmissionApplied(
      int schemaVersion,
      UUID submission,
      long epoch,
      long applySeq,
      String cause,
      @Nullable Long vintage,
      Instant appliedAt,
      int events,
      List<Newest> newest,
      List<PolicyEvent> timeline,
      List<RegionGroup> groups)
      implements IndicatorEvent {
    /** Earlier writers know neither timeline nor groups. */
    public SubmissionApplied {
      timeline = timeline == null ? List.of() : timeline;
      groups = groups == null ? List.of() : groups;
    }
  }

  /** The latest covered period of one series. */
  @JsonPropertyOrder({"partner", "sector", "window", "currency", "period"})
  record Newest(String partner, String sector, Window window, String currency, YearMonth period) {}

  /**
   * Something that shapes trade.
   *
   * @param id its name in the API, such as {@code 2025-05-12-geneva-truce}
   * @param date the day, or the first
   * @param endDate the last day, if it lasted; null for a single day, or if it lasts
   * @param titleEn in English
   * @param titleZh in Chinese
   * @param kind {@code tariff}, {@code de-minimis}, {@code truce}, {@code export-control}, {@code
   *     talks}, {@code order} or {@code other}
   * @param source where it is from
   */
  @JsonPropertyOrder({"id", "date", "endDate", "titleEn", "titleZh", "kind", "source"})
  record PolicyEvent(
      String id,
      LocalDate date,
      @Nullable LocalDate endDate,
      String titleEn,
      String titleZh,
      String kind,
      String source) {}

  /**
   * Regions under one name.
   *
   * @param id its name in the API, such as {@code coastal-six}
   * @param nameEn English name
   * @param nameZh Chinese name
   * @param members ISO 3166-2 codes, in order
   */
  @JsonPropertyOrder({"id", "nameEn", "nameZh", "members"})
  record RegionGroup(String id, String nameEn, String nameZh, List<String> members) {}
}
