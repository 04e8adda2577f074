package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.notification.ReceiverSource;
import dev.tradewind.alerts.secret.Sealed;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.secret.SecretException;
import dev.tradewind.alerts.secret.Secrets;
import dev.tradewind.alerts.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The channels of the API as receivers. */
@ApplicationScoped
class StoredChannels implements ReceiverSource {
  private static final Logger LOG = Logger.getLogger(StoredChannels.class);

  private final Transactions transactions;
  private final Secrets secrets;
  private final Kinds kinds;
  private final ConcurrentMap<String, String> reported = new ConcurrentHashMap<>();

  StoredChannels(Transactions transactions, Secrets secrets, Kinds kinds) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.kinds = kinds;
  }

  @Override
  public List<Receiver> receivers() {
    return transactions.run(ChannelStore::all).stream()
        .filter(channel -> !channel.configured())
        .flatMap(channel -> Stream.<Receiver>ofNullable(open(channel)))
        .toList();
  }

  /** The secret of a channel; null if it has none. */
  @Nullable Secret secret(StoredChannel channel) {
    if (channel.secretRef() != null) {
      return secrets.referenced(channel.secretRef());
    }
    Sealed sealed = channel.sealed();
    return sealed == null ? null : secrets.open(sealed, channel.name());
  }

  private @Nullable ChannelReceiver open(StoredChannel channel) {
    ReceiverKind kind = kinds.of(channel.kind());
    if (kind == null) {
      // Of a newer version of this service.
      return null;
    }
    Secret secret = null;
    String problem = kind.problem();
    try {
      secret = secret(channel);
      kind.check(channel.settings(), secret);
      reseal(channel, secret);
    } catch (SecretException e) {
      problem = "its secret cannot be had: " + e.getMessage();
    } catch (IllegalSettingException e) {
      // It was valid once: the configuration of hosts has changed.
      problem = e.field() + " " + e.detail();
    }
    report(channel.name(), problem);
    return new ChannelReceiver(
        new ChannelSpec(channel.name(), channel.language(), channel.settings(), secret),
        kind,
        channel.updatedAt().toInstant().toString(),
        problem);
  }

  private void reseal(StoredChannel channel, @Nullable Secret secret) {
    Sealed sealed = channel.sealed();
    if (sealed != null && secret != null && secrets.outdated(sealed)) {
      Sealed now = secrets.seal(secret, channel.name());
      transactions.run(
          transaction -> {
            ChannelStore.reseal(transaction, channel.name(), now, sealed.keyId());
            return true;
          });
      LOG.infof("secret of channel %s is sealed with key %s now", channel.name(), now.keyId());
    }
  }

  private void report(String channel, @Nullable String problem) {
    String before = problem == null ? reported.remove(channel) : reported.put(channel, problem);
    if (problem != null && !problem.equals(before)) {
      LOG.warnf("channel %s cannot be used: %s", channel, problem);
    }
  }
}
