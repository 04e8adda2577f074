package dev.tradewind.metrics.group;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.group.Group.Kind;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Groups in the database, read once after each change. */
@Singleton
public class GroupCatalog {
  private record Known(long catalogSeq, Groups groups) {}

  private record Reference(String kind, String id, int version) {}

  private volatile @Nullable Known known;

  /**
   * The groups as that snapshot sees them.
   *
   * @param catalogSeq that of the snapshot
   */
  public Groups get(Session session, long catalogSeq) {
    Known cached = known;
    if (cached != null && cached.catalogSeq == catalogSeq) {
      return cached.groups;
    }
    Groups groups = read(session);
    known = new Known(catalogSeq, groups);
    return groups;
  }

  /** All groups, past the cache. */
  public static Groups read(Session session) {
    Map<Reference, Map<Integer, List<Row>>> members = new LinkedHashMap<>();
    for (Row row :
        session.rows(
            """
            SELECT kind, id, version, edition, code, first_year, last_year FROM code_group_member
            ORDER BY kind, id, version, edition, code
            """)) {
      members
          .computeIfAbsent(reference(row), key -> new TreeMap<>())
          .computeIfAbsent(row.getInteger(3), key -> new ArrayList<>())
          .add(row);
    }
    return new Groups(
        session.list(
            """
            SELECT kind, id, version, name_en, name_zh, listed_on, source, deleted, made_at
            FROM code_group
            """,
            row -> group(row, members.getOrDefault(reference(row), Map.of()))));
  }

  /** Stores a version and makes answers that were given before stale. */
  public static void store(Session session, Group group) {
    session.run(
        """
        INSERT INTO code_group (kind, id, version, name_en, name_zh, listed_on, source, deleted)
        VALUES ($1, $2, $3, $4, $5, $6::text::date, $7, $8)
        """,
        group.kind().id(),
        group.id(),
        group.version(),
        group.nameEn(),
        group.nameZh(),
        group.listedOn() == null ? null : group.listedOn().toString(),
        group.source(),
        group.deleted());
    int number = 0;
    for (Sector.Edition edition : group.editions()) {
      session.run(
          """
          INSERT INTO code_group_member (kind, id, version, edition, first_year, last_year, code)
          SELECT $1, $2, $3, $4, $5, $6, c FROM unnest($7::text[]) AS c
          """,
          group.kind().id(),
          group.id(),
          group.version(),
          number++,
          edition.firstYear(),
          edition.lastYear(),
          edition.prefixes().stream().distinct().toArray(String[]::new));
    }
    touch(session);
  }

  /** What people keep here has changed: answers that were given before are stale. */
  public static void touch(Session session) {
    session.run("UPDATE merge_state SET catalog_seq = catalog_seq + 1");
  }

  private static Reference reference(Row row) {
    return new Reference(row.getString(0), row.getString(1), row.getInteger(2));
  }

  private static Group group(Row row, Map<Integer, List<Row>> editions) {
    LocalDate listedOn = row.getLocalDate(5);
    return new Group(
        Objects.requireNonNull(Kind.of(row.getString(0))),
        row.getString(1),
        row.getInteger(2),
        row.getString(3),
        row.getString(4),
        listedOn,
        row.getString(6),
        editions.values().stream().map(GroupCatalog::edition).toList(),
        row.getBoolean(7),
        row.getOffsetDateTime(8).toInstant());
  }

  private static Sector.Edition edition(List<Row> rows) {
    Row first = rows.get(0);
    return new Sector.Edition(
        first.getInteger(5),
        first.getInteger(6),
        rows.stream().map(row -> row.getString(4)).toList());
  }
}
