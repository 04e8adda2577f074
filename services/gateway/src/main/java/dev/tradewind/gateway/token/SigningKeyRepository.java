package dev.tradewind.gateway.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The signing keys in the database, where all replicas of the gateway find the same ones. */
@Singleton
class SigningKeyRepository {
  private static final Logger LOG = Logger.getLogger(SigningKeyRepository.class);

  /** Any number, as long as nothing else in this database uses it. */
  private static final long LOCK = 7_204_311_906L;

  /** Until every replica of the gateway signs with the newest key, and every service knows it. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Pool pool;
  private final Duration rotation;
  private final Duration published;
  private final KeyBox box;
  private final SecureRandom random = new SecureRandom();

  SigningKeyRepository(
      Pool pool,
      SigningConfig config,
      @ConfigProperty(name = "tradewind.db.password", defaultValue = "none") String password) {
    this.pool = pool;
    this.rotation = config.rotation();
    this.published = config.lifetime().plus(MARGIN);
    this.box = new KeyBox(config.secret().orElse(password), random);
  }

  /**
   * All keys, the newest first; makes a new one first if it is time, and takes old ones away when
   * no token can be signed with them any more.
   */
  Uni<List<SigningKey>> current() {
    return read(pool)
        .flatMap(
            keys ->
                isFresh(keys) ? Uni.createFrom().item(keys) : pool.withTransaction(this::rotate))
        .flatMap(
            keys ->
                hasRetired(keys)
                    ? sweep(pool).flatMap(swept -> read(pool))
                    : Uni.createFrom().item(keys));
  }

  private boolean hasRetired(List<SigningKey> keys) {
    Instant before = Instant.now().minus(published);
    return keys.stream()
        .limit(Math.max(0, keys.size() - 1))
        .anyMatch(key -> key.createdAt().isBefore(before));
  }

  private Uni<List<SigningKey>> rotate(SqlConnection connection) {
    return connection
        .query("select pg_advisory_xact_lock(" + LOCK + ")")
        .execute()
        // Another replica may have been faster.
        .flatMap(locked -> read(connection))
        .flatMap(
            keys ->
                isFresh(keys)
                    ? Uni.createFrom().item(keys)
                    : insert(connection).flatMap(made -> read(connection)));
  }

  private boolean isFresh(List<SigningKey> keys) {
    return keys.stream()
        .anyMatch(
            key ->
                key.privateKey() != null && key.createdAt().isAfter(Instant.now().minus(rotation)));
  }

  private Uni<Void> insert(SqlConnection connection) {
    SigningKey key = SigningKey.random(random, Instant.now());
    PrivateKey secret = Objects.requireNonNull(key.privateKey());
    LOG.infof("a new signing key: id=%s", key.id());
    return connection
        .preparedQuery(
            """
            insert into signing_key (id, public_key, private_key, created_at)
            values ($1, $2, $3, $4)
            """)
        .execute(
            Tuple.of(
                key.id(),
                Buffer.buffer(key.publicKey().getEncoded()),
                Buffer.buffer(box.lock(key.id(), secret.getEncoded())),
                key.createdAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** A key stays published until no token signed with it can be valid any more. */
  private Uni<Void> sweep(SqlClient client) {
    return client
        .preparedQuery(
            """
            delete from signing_key old
            where exists (
              select from signing_key newer
              where newer.created_at > old.created_at and newer.created_at < $1)
            """)
        .execute(Tuple.of(Instant.now().minus(published).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Uni<List<SigningKey>> read(SqlClient client) {
    return client
        .query(
            """
            select id, public_key, private_key, created_at
            from signing_key order by created_at desc, id
            """)
        .execute()
        .map(this::keys);
  }

  private List<SigningKey> keys(RowSet<Row> rows) {
    List<SigningKey> keys = new ArrayList<>();
    for (Row row : rows) {
      String id = row.getString("id");
      try {
        keys.add(
            new SigningKey(
                id,
                SigningKey.readPublic(row.getBuffer("public_key").getBytes()),
                unlocked(id, row.getBuffer("private_key").getBytes()),
                row.getOffsetDateTime("created_at").toInstant()));
      } catch (GeneralSecurityException e) {
        LOG.errorf(e, "a signing key cannot be read and is passed over: id=%s", id);
      }
    }
    return List.copyOf(keys);
  }

  private @Nullable PrivateKey unlocked(String id, byte[] locked) {
    try {
      return SigningKey.readPrivate(box.unlock(id, locked));
    } catch (GeneralSecurityException e) {
      // The secret was changed: tokens signed before stay good, new ones get a new key.
      LOG.debugf("a signing key was locked with another secret: id=%s", id);
      return null;
    }
  }
}
