package dev.tradewind.metrics.reading;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions on an alias {@code f} of facts; all values are parameters. */
public final class Conditions {
  private static final int FIRST_PERIOD = 0;
  private static final int LAST_PERIOD = 999_999;

  private Conditions() {}

  /** Products of a sector, by the edition in force in each fact's year. */
  public static String sector(SectorFilter sector, Parameters parameters) {
    List<Sector.Edition> editions = sector.editions();
    return editions.isEmpty()
        ? "TRUE"
        : editions.stream()
            .map(edition -> edition(edition, parameters))
            .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Products that begin with one of those digits. */
  public static String prefixes(Collection<String> prefixes, Parameters parameters) {
    return prefixes.stream()
        .map(
            prefix ->
                "(f.product >= "
                    + parameters.add(prefix)
                    // ':' follows '9'.
                    + " AND f.product < "
                    + parameters.add(prefix + ":")
                    + ")")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /**
   * Every region. It leaves nothing out, but with it the primary key (currency, period, region,
   * product, partner) is one short range per month and region instead of a scan of whole months.
   */
  public static String anyRegion(Parameters parameters) {
    return "f.region = ANY (" + parameters.add(RegionOrder.CODES.toArray(String[]::new)) + ")";
  }

  private static String edition(Sector.Edition edition, Parameters parameters) {
    Integer first = edition.firstYear();
    Integer last = edition.lastYear();
    String prefixes = prefixes(edition.prefixes(), parameters);
    return first == null && last == null
        ? prefixes
        : "(f.period BETWEEN "
            + parameters.add(first == null ? FIRST_PERIOD : first * 100)
            + " AND "
            + parameters.add(last == null ? LAST_PERIOD : last * 100 + 99)
            + " AND "
            + prefixes
            + ")";
  }
}
