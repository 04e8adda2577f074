package dev.tradewind.contracts.message;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.YearMonth;
import java.util.List;

/**
 * What one file of a submission observes. The submission replaces every cell in {@code products ×
 * months × partners × regions}: a cell there without a row is zero. For comparisons the box speaks
 * for all partners, or all regions, where the flag says so: codes the file never mentions had no
 * trade, but what older vintages say of them is not erased.
 *
 * @param file the file's name, for people
 * @param products HS codes, as observed
 * @param months complete months, as observed; gaps between them are holes
 * @param listedOnly months in which only the listed rows are known, because the file was cut at
 *     10,000 rows
 * @param partners as observed or declared
 * @param regions as observed or declared
 * @param allPartners whether absent partners count as known to be zero when windows are compared
 * @param allRegions whether absent regions do
 */
@JsonPropertyOrder({
  "file",
  "products",
  "months",
  "listedOnly",
  "partners",
  "regions",
  "allPartners",
  "allRegions"
})
public record CoverageBox(
    String file,
    List<String> products,
    List<YearMonth> months,
    List<YearMonth> listedOnly,
    List<String> partners,
    List<String> regions,
    boolean allPartners,
    boolean allRegions) {}
