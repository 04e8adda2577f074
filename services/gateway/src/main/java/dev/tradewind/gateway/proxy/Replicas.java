package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses of one service, asked in turn; one that fails is passed over for a while. */
final class Replicas {
  /** A slow query is not yet a hanging replica. */
  private static final int PATIENCE = 3;

  private static final class Replica {
    private final Upstream upstream;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long passedOverSince;
    private volatile boolean passedOver;

    Replica(Upstream upstream) {
      this.upstream = upstream;
    }
  }

  private final List<Replica> all;
  private final long passedOverNanos;
  private final AtomicInteger turn = new AtomicInteger();

  private Replicas(List<Upstream> upstreams, Duration passedOver) {
    this.all = upstreams.stream().map(Replica::new).toList();
    this.passedOverNanos = passedOver.toNanos();
  }

  static Replicas of(Service service, List<URI> addresses, Duration passedOver) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(
          "tradewind.upstream." + service.id() + " names no address");
    }
    return new Replicas(
        addresses.stream().map(address -> Upstream.of(service, address)).toList(), passedOver);
  }

  int count() {
    return all.size();
  }

  /** Whose turn it is; if all are passed over, none is. */
  Upstream next() {
    int start = Math.floorMod(turn.getAndIncrement(), all.size());
    for (int i = 0; i < all.size(); i++) {
      Replica candidate = all.get((start + i) % all.size());
      if (!isPassedOver(candidate)) {
        return candidate.upstream;
      }
    }
    return all.get(start).upstream;
  }

  void answered(Upstream upstream) {
    Replica replica = find(upstream);
    replica.failures.set(0);
    replica.passedOver = false;
  }

  /** It takes no connection. */
  void unreachable(Upstream upstream) {
    passOver(find(upstream));
  }

  /** It took a request and did not answer. */
  void silent(Upstream upstream) {
    Replica replica = find(upstream);
    if (replica.failures.incrementAndGet() >= PATIENCE) {
      passOver(replica);
    }
  }

  private static void passOver(Replica replica) {
    replica.failures.set(0);
    replica.passedOverSince = System.nanoTime();
    replica.passedOver = true;
  }

  private boolean isPassedOver(Replica replica) {
    return replica.passedOver && System.nanoTime() - replica.passedOverSince < passedOverNanos;
  }

  private Replica find(Upstream upstream) {
    for (Replica replica : all) {
      if (replica.upstream.equals(upstream)) {
        return replica;
      }
    }
    throw new IllegalArgumentException("not one of these: " + upstream);
  }
}
