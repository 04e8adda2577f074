package dev.tradewind.metrics.merge;

import dev.tradewind.metrics.database.Session;
import java.util.List;
import java.util.Optional;

/**
 * What listeners were told of besides the data. It is kept in the database, so that all replicas
 * tell of the same series, whatever each is configured with.
 *
 * @param watched which series
 * @param catalogSeq which state of the groups and events
 */
record Announced(Watched watched, long catalogSeq) {
  /** What is stored; nothing before the first start. */
  static Optional<Announced> read(Session session) {
    return session.first(
        "SELECT partners, sectors, windows, catalog_seq FROM announced",
        row ->
            new Announced(
                Watched.of(
                    List.of(row.getArrayOfStrings(0)),
                    List.of(row.getArrayOfStrings(1)),
                    List.of(row.getArrayOfStrings(2))),
                row.getLong(3)));
  }

  void write(Session session) {
    session.run(
        """
        INSERT INTO announced (partners, sectors, windows, catalog_seq) VALUES ($1, $2, $3, $4)
        ON CONFLICT (one) DO UPDATE
          SET partners = EXCLUDED.partners, sectors = EXCLUDED.sectors,
              windows = EXCLUDED.windows, catalog_seq = EXCLUDED.catalog_seq
        """,
        watched.partnerIds().toArray(String[]::new),
        watched.sectorIds().toArray(String[]::new),
        watched.windowIds().toArray(String[]::new),
        catalogSeq);
  }
}
