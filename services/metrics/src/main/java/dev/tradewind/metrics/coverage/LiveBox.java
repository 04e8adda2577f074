package dev.tradewind.metrics.coverage;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.group.RegionOrder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one file of a live submission observes.
 *
 * @param submission the submission's id
 * @param vintage the submission's place in the order of all submissions
 * @param label what the data are, if not official
 * @param file the file's name, for people
 * @param products HS codes
 * @param months complete months as {@code yyyymm}
 * @param listedOnly months in which only listed rows are known
 * @param partners as observed or declared
 * @param regions as observed or declared
 * @param allPartners whether absent partners are known to be zero
 * @param allRegions whether absent regions are
 * @param provisional whether the sender calls the figures provisional
 */
public record LiveBox(
    String submission,
    long vintage,
    @Nullable String label,
    String file,
    List<String> products,
    Set<Integer> months,
    Set<Integer> listedOnly,
    Set<String> partners,
    Set<String> regions,
    boolean allPartners,
    boolean allRegions,
    boolean provisional) {
  /** Of figures that are final. */
  public LiveBox(
      String submission,
      long vintage,
      @Nullable String label,
      String file,
      List<String> products,
      Set<Integer> months,
      Set<Integer> listedOnly,
      Set<String> partners,
      Set<String> regions,
      boolean allPartners,
      boolean allRegions) {
    this(
        submission,
        vintage,
        label,
        file,
        products,
        months,
        listedOnly,
        partners,
        regions,
        allPartners,
        allRegions,
        false);
  }

  /** Whether it speaks for that partner when windows are compared; the world needs all of them. */
  boolean knows(String partner) {
    return allPartners || (!partner.equals(Partner.WORLD) && partners.contains(partner));
  }

  /** Whether it speaks for that region. */
  boolean knows(int region) {
    return allRegions || regions.contains(RegionOrder.code(region));
  }

  /** Whether it erases what older vintages say of that partner: it must name it. */
  boolean replaces(String partner) {
    return partner.equals(Partner.WORLD) ? allPartners : partners.contains(partner);
  }
}
