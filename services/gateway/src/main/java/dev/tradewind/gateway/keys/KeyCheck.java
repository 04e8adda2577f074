package dev.tradewind.gateway.keys;

import dev.tradewind.platform.access.AccessProblems;
import dev.tradewind.platform.access.Caller;
import dev.tradewind.platform.access.Finding;
import dev.tradewind.platform.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Recognizes API keys and the bootstrap secret. */
@Singleton
public class KeyCheck {
  private static final Logger LOG = Logger.getLogger(KeyCheck.class);
  private static final int REMEMBERED = 10_000;
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final String BAD = "The key is not known, has expired, or was revoked.";

  /** Compared with where there is no key, so that this takes as long. */
  private static final byte[] NO_HASH = new byte[32];

  private final KeyRepository repository;
  private final BootstrapSecret bootstrap;
  private final long cacheNanos;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  KeyCheck(KeyRepository repository, BootstrapSecret bootstrap, KeysConfig config) {
    this.repository = repository;
    this.bootstrap = bootstrap;
    this.cacheNanos = config.cache().toNanos();
  }

  /**
   * What a key turned out to be.
   *
   * @param finding whose it is, or why it is refused
   * @param collections to what it is limited; empty for everything
   */
  public record Checked(Finding finding, Set<String> collections) {}

  private record Remembered(KeyRepository.@Nullable Stored stored, long at) {}

  /** Whether this looks like a key, or is the bootstrap secret. */
  public boolean knows(String presented) {
    return presented.startsWith(KeySecret.PREFIX) || bootstrap.is(presented);
  }

  /** Whether anybody could be let in by a bootstrap secret. */
  public boolean hasBootstrap() {
    return bootstrap.exists();
  }

  /** Whose key it is; fails for nothing but a database that does not answer, which is a refusal. */
  public Uni<Checked> check(String presented) {
    if (bootstrap.is(presented)) {
      Caller first = new Caller("bootstrap", Role.OPERATOR, "bootstrap");
      return Uni.createFrom().item(new Checked(new Finding.Recognized(first), Set.of("keys")));
    }
    Optional<KeySecret> secret = KeySecret.parse(presented);
    if (secret.isEmpty()) {
      return Uni.createFrom().item(refused());
    }
    return stored(secret.get().id())
        .map(stored -> judge(secret.get(), stored))
        .onFailure()
        .recoverWithItem(KeyCheck::unavailable);
  }

  /** The key was revoked or is new: nothing remembered of it holds. */
  void forget(String id) {
    remembered.remove(id);
  }

  private Uni<Optional<KeyRepository.Stored>> stored(String id) {
    Remembered known = remembered.get(id);
    if (known != null && System.nanoTime() - known.at() < cacheNanos) {
      return Uni.createFrom().item(Optional.ofNullable(known.stored()));
    }
    return repository
        .find(id)
        .invoke(
            found -> {
              if (remembered.size() >= REMEMBERED) {
                remembered.clear();
              }
              remembered.put(id, new Remembered(found.orElse(null), System.nanoTime()));
            });
  }

  private Checked judge(KeySecret presented, Optional<KeyRepository.Stored> stored) {
    byte[] expected = stored.map(found -> found.hash().getBytes()).orElse(NO_HASH);
    boolean same = MessageDigest.isEqual(expected, presented.hash());
    if (!same || stored.isEmpty() || !stored.get().key().isGoodAt(Instant.now())) {
      return refused();
    }
    ApiKey key = stored.get().key();
    note(key);
    return new Checked(
        new Finding.Recognized(new Caller("key:" + key.id(), key.asRole(), "key")),
        Set.copyOf(key.collections()));
  }

  private void note(ApiKey key) {
    Instant last = key.lastUsedAt();
    if (last == null || Instant.now().isAfter(last.plusNanos(MINUTE_NANOS))) {
      repository
          .used(key.id())
          .subscribe()
          .with(done -> {}, failure -> LOG.debugf(failure, "use not noted: key=%s", key.id()));
    }
  }

  private static Checked refused() {
    return new Checked(new Finding.Refused(AccessProblems.badCredentials(BAD)), Set.of());
  }

  private static Checked unavailable(Throwable failure) {
    LOG.errorf("keys cannot be looked up: cause=%s", failure);
    return new Checked(
        new Finding.Refused(AccessProblems.cannotJudge("The keys cannot be looked up.")), Set.of());
  }
}
