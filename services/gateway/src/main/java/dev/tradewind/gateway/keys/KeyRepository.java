package dev.tradewind.gateway.keys;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys in the database. */
@Singleton
class KeyRepository {
  private static final String COLUMNS =
      """
      id, name, role, collections, created_at, created_by, expires_at, revoked_at, revoked_by,
      last_used_at, secret_hash,
      case when revoked_at is not null then 'revoked'
           when expires_at <= now() then 'expired'
           else 'active' end as state
      """;

  private final Pool pool;

  KeyRepository(Pool pool) {
    this.pool = pool;
  }

  /**
   * A key with what its secret is compared with.
   *
   * @param key what is told of it
   * @param hash of its secret
   */
  record Stored(ApiKey key, Buffer hash) {}

  Uni<ApiKey> insert(
      KeySecret secret,
      String name,
      String role,
      List<String> collections,
      String createdBy,
      Instant expiresAt) {
    return pool.preparedQuery(
            """
            insert into api_key
              (id, name, role, collections, secret_hash, created_at, created_by, expires_at)
            values ($1, $2, $3, $4, $5, now(), $6, $7)
            returning
            """
                + COLUMNS)
        .execute(
            Tuple.from(
                new Object[] {
                  secret.id(),
                  name,
                  role,
                  collections.toArray(String[]::new),
                  Buffer.buffer(secret.hash()),
                  createdBy,
                  OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC)
                }))
        .map(rows -> stored(rows.iterator().next()).key());
  }

  Uni<Optional<Stored>> find(String id) {
    return pool.preparedQuery("select " + COLUMNS + " from api_key where id = $1")
        .execute(Tuple.of(id))
        .map(KeyRepository::first);
  }

  /** The keys made before that one, the newest first; the primary key breaks ties. */
  Uni<List<ApiKey>> list(@Nullable String before, int limit) {
    return pool.preparedQuery(
            "select "
                + COLUMNS
                + """
                from api_key
                where $1::text is null
                   or (created_at, id) < (select created_at, id from api_key where id = $1)
                order by created_at desc, id desc
                limit $2
                """)
        .execute(Tuple.of(before, limit))
        .map(
            rows -> {
              List<ApiKey> keys = new ArrayList<>();
              rows.forEach(row -> keys.add(stored(row).key()));
              return keys;
            });
  }

  /** Revokes the key unless it is revoked already; empty if there is none. */
  Uni<Optional<Stored>> revoke(String id, String by) {
    return pool.preparedQuery(
            """
            update api_key
            set revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, $2)
            where id = $1
            returning
            """
                + COLUMNS)
        .execute(Tuple.of(id, by))
        .map(KeyRepository::first);
  }

  Uni<Void> used(String id) {
    return pool.preparedQuery(
            """
            update api_key set last_used_at = date_trunc('minute', now())
            where id = $1 and last_used_at is distinct from date_trunc('minute', now())
            """)
        .execute(Tuple.of(id))
        .replaceWithVoid();
  }

  private static Optional<Stored> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(stored(rows.iterator().next()));
  }

  private static Stored stored(Row row) {
    return new Stored(
        new ApiKey(
            row.getString("id"),
            row.getString("name"),
            row.getString("role"),
            List.of(row.getArrayOfStrings("collections")),
            row.getString("state"),
            row.getOffsetDateTime("created_at").toInstant(),
            row.getString("created_by"),
            row.getOffsetDateTime("expires_at").toInstant(),
            instant(row.getOffsetDateTime("revoked_at")),
            row.getString("revoked_by"),
            instant(row.getOffsetDateTime("last_used_at"))),
        row.getBuffer("secret_hash").getDelegate());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
