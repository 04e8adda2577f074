package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.epoch.MergeState;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.group.RegionOrder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps the stored sums true to the list of sectors: after an update that changed it, all of them
 * are made again from the facts, once, in one transaction.
 */
@Singleton
class SectorList {
  private static final Logger LOG = Logger.getLogger(SectorList.class);

  /** Of everything that the assignment of products to stored sums depends on. */
  private static final String FINGERPRINT = fingerprint("chapters 1 " + Sector.all());

  private record Product(int year, String code) {}

  private record Month(String currency, int period) {}

  private final Database database;
  private final LiveBoxes boxes;

  SectorList(Database database, LiveBoxes boxes) {
    this.database = database;
    this.boxes = boxes;
  }

  /** Makes all sums again if they were made with another list. */
  void ensure() {
    if (!database.inTransaction(SectorList::current)) {
      database.inTransaction(this::renew);
    }
  }

  private static boolean current(Session session) {
    return session
        .first("SELECT fingerprint FROM sector_list", row -> row.getString(0))
        .filter(FINGERPRINT::equals)
        .isPresent();
  }

  private boolean renew(Session session) {
    MergeState state = MergeState.lock(session);
    // Another replica may have been first.
    if (current(session)) {
      return false;
    }
    Map<Integer, Set<String>> products = new TreeMap<>();
    session
        .list(
            "SELECT DISTINCT year, product FROM product_sector",
            row -> new Product(row.getInteger(0), row.getString(1)))
        .forEach(
            product ->
                products.computeIfAbsent(product.year, key -> new TreeSet<>()).add(product.code));
    session.run("DELETE FROM product_sector");
    products.forEach((year, codes) -> SliceSums.assign(session, year, codes));
    List<Month> months =
        session.list(
            "SELECT DISTINCT currency, period FROM slice ORDER BY 1, 2",
            row -> new Month(row.getString(0), row.getInteger(1)));
    Map<String, Levels> levels = new TreeMap<>();
    for (Month month : months) {
      SliceSums.recompute(
          session,
          month.currency,
          month.period,
          SliceSums.sectors(session, month.currency, month.period),
          Set.copyOf(RegionOrder.CODES),
          levels.computeIfAbsent(month.currency, currency -> levels(session, currency)));
    }
    session.run(
        """
        INSERT INTO sector_list (fingerprint) VALUES ($1)
        ON CONFLICT (one) DO UPDATE SET fingerprint = EXCLUDED.fingerprint
        """,
        FINGERPRINT);
    if (!months.isEmpty()) {
      state.next().write(session);
      LOG.infof("the list of sectors has changed: the sums of %d months are new", months.size());
    }
    return true;
  }

  private Levels levels(Session session, String currency) {
    Coverage coverage = boxes.coverage(session, currency);
    return coverage.mixesLevels() ? Levels.mixed(LiveBoxes.LIVE) : Levels.UNMIXED;
  }

  private static String fingerprint(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
