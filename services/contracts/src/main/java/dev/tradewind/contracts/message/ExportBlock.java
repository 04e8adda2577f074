package dev.tradewind.contracts.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@value #MAX_ROWS} rows of one submission, region and period, on {@code tradewind.exports}
 * under {@link #key()}.
 *
 * @param schemaVersion 1
 * @param type {@code block}
 * @param submission whose rows these are
 * @param attempt the publishing attempt; only blocks of the attempt named by the completion event
 *     count
 * @param vintage the submission's place in the order of all submissions; the newest wins
 * @param block number within the attempt, from 0, without gaps
 * @param flow {@code X}, exports
 * @param currency ISO 4217
 * @param period the month
 * @param region ISO 3166-2, such as {@code CN-GD}; {@code CN} where a source reports the nation as
 *     a whole: a reference series beside the sum of the regions, never added to it
 * @param rows at least one; each (partner, product) at most once in all blocks of an attempt
 */
@JsonPropertyOrder({
  "schemaVersion",
  "type",
  "submission",
  "attempt",
  "vintage",
  "block",
  "flow",
  "currency",
  "period",
  "region",
  "rows"
})
public record ExportBlock(
    int schemaVersion,
    String type,
    UUID submission,
    int attempt,
    long vintage,
    int block,
    String flow,
    String currency,
    YearMonth period,
    String region,
    List<Row> rows) {

  /** The most rows a block holds. */
  public static final int MAX_ROWS = 500;

  /** The version this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** The {@code type} of a block. */
  public static final String TYPE = "block";

  /** A block of this version. */
  public ExportBlock(
      UUID submission,
      int attempt,
      long vintage,
      int block,
      String flow,
      String currency,
      YearMonth period,
      String region,
      List<Row> rows) {
    this(
        SCHEMA_VERSION,
        TYPE,
        submission,
        attempt,
        vintage,
        block,
        flow,
        currency,
        period,
        region,
        rows);
  }

  /** The Kafka key: region and period, so that a slice stays in one partition. */
  public String key() {
    return region + "|" + period;
  }

  /**
   * One cell's value.
   *
   * @param partner ISO 3166-1 alpha-3, or {@code X} and the GACC code where there is none; {@code
   *     WLD} in reference series only
   * @param product HS code of 2, 4, 6 or 8 digits; its length is its level; {@code TOTAL} in
   *     reference series only
   * @param value in minor units of the currency (cents, fen), a string of digits on the wire
   * @param quantity in {@code unit}, a string of digits on the wire; null where the file has none
   *     or where rows of different units were summed
   * @param unit of the quantity, as customs names it; null exactly where the quantity is null
   */
  @JsonPropertyOrder({"partner", "product", "value", "quantity", "unit"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String partner,
      String product,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long value,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long quantity,
      @Nullable String unit) {
    /** A value without a quantity. */
    public Row(String partner, String product, long value) {
      this(partner, product, value, null, null);
    }
  }
}
