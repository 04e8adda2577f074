package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.route.ChannelNames;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.route.Timing;
import dev.tradewind.alerts.silence.Silences;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records what each channel is to be told, in the deciding transaction: the outbox. */
@ApplicationScoped
public class Notifications {
  private static final String LOCK =
      """
      SELECT id, channel, state, desired::text, sent::text, held::text, timing::text FROM notification
      WHERE kind = 'alerts' AND period = $1 AND (group_key = $2 OR starts_with(group_key, $2 || '|'))
      ORDER BY id FOR UPDATE
      """;

  private static final String INSERT =
      """
      INSERT INTO notification (channel, group_key, period, state, desired_version, desired, held, timing, submission)
      VALUES ($1, $2, $3, $4, 1, $5::text::jsonb, $6::text::jsonb, $7::text::jsonb, $8)
      """;

  private static final String RAISE =
      """
      UPDATE notification
      SET desired_version = desired_version + 1, desired = $2::text::jsonb, desired_at = now(),
          held = $3::text::jsonb, timing = $4::text::jsonb, submission = coalesce($5, submission),
          next_attempt_at = CASE WHEN state = 'pending' THEN next_attempt_at ELSE now() END, state = $6
      WHERE id = $1
      """;

  /** Nothing that a reader would notice. */
  private static final String NOTE =
      """
      UPDATE notification
      SET desired = $2::text::jsonb, held = $3::text::jsonb, timing = $4::text::jsonb WHERE id = $1
      """;

  private static final String SUPERSEDE =
      """
      UPDATE notification SET state = 'superseded', attempting_version = NULL
      WHERE kind = 'all-clear' AND period = $1 AND sent_version = 0 AND state <> 'superseded'
      """;

  /** When a message begins. */
  private enum Beginning {
    /** Not any more: a newer period has come. */
    NEVER,
    /** If something fires. */
    FIRING,
    /** If there is anything to say. */
    LIVE;

    boolean takes(Telling telling) {
      return switch (this) {
        case NEVER -> false;
        case FIRING -> !telling.firing().isEmpty();
        case LIVE -> !telling.silent();
      };
    }
  }

  private final Receivers receivers;
  private final ChannelNames names;

  Notifications(Receivers receivers, ChannelNames names) {
    this.receivers = receivers;
    this.names = names;
  }

  /**
   * Decides again what every channel is to be told, because who is told what has changed, not the
   * figures: no message begins only to say that something ended.
   *
   * @param newest whether the period is the series' newest
   * @return whether there is something new to send
   */
  public boolean retell(Transaction transaction, Series series, YearMonth period, boolean newest) {
    return tell(transaction, series, period, newest ? Beginning.FIRING : Beginning.NEVER, null);
  }

  /**
   * Decides what every channel is to be told of a series and period.
   *
   * @param mayBegin whether a message may be begun: only the newest period's
   * @param submission whose change it is; null if none
   * @return whether there is something new to send
   */
  public boolean tell(
      Transaction transaction,
      Series series,
      YearMonth period,
      boolean mayBegin,
      @Nullable UUID submission) {
    return tell(
        transaction, series, period, mayBegin ? Beginning.LIVE : Beginning.NEVER, submission);
  }

  private boolean tell(
      Transaction transaction,
      Series series,
      YearMonth period,
      Beginning beginning,
      @Nullable UUID submission) {
    Candidates candidates = Candidates.of(transaction, series, period);
    if (candidates.all().isEmpty()) {
      // Observations are never deleted, so nothing was told either.
      return false;
    }
    Routing routing = RoutingStore.current(transaction);
    List<String> channels = names.names(transaction);
    Pipeline pipeline = new Pipeline(routing, Silences.active(transaction), channels);
    Map<Long, String> held = pipeline.held(candidates.all());
    Map<Pipeline.Address, Pipeline.Share> shares =
        pipeline.shares(candidates.base(), candidates.all());
    List<Message> messages = messages(transaction, candidates.base());
    boolean toSend = false;
    for (Message message : messages) {
      Pipeline.Share share = shares.remove(message.address());
      if (channels.contains(message.channel())) {
        Set<Long> incidents = new HashSet<>(message.told());
        if (share != null) {
          incidents.addAll(share.without(toldElsewhere(messages, message.address())));
        }
        Telling telling = candidates.telling(message.desired().group(), incidents, routing.owner());
        Timing timing = share == null ? message.timing() : share.timing();
        toSend |=
            revise(
                transaction, message, telling, of(held, incidents), timing, beginning, submission);
      }
    }
    if (beginning != Beginning.NEVER) {
      for (Map.Entry<Pipeline.Address, Pipeline.Share> entry : shares.entrySet()) {
        Pipeline.Address address = entry.getKey();
        Pipeline.Share share = entry.getValue();
        Set<Long> incidents = share.without(toldElsewhere(messages, address));
        Telling telling = candidates.telling(address.group(), incidents, routing.owner());
        toSend |=
            begin(
                transaction,
                address.channel(),
                telling,
                of(held, incidents),
                share.timing(),
                beginning,
                submission);
      }
    }
    if (candidates.all().stream().anyMatch(one -> one.member().live())) {
      transaction.update(SUPERSEDE, Tuple.of(period.toString()));
    }
    return toSend;
  }

  /** What a channel was told in another message, it is not told again: that one goes on with it. */
  private static Set<Long> toldElsewhere(List<Message> messages, Pipeline.Address address) {
    return messages.stream()
        .filter(message -> message.channel().equals(address.channel()))
        .filter(message -> !message.address().equals(address))
        .flatMap(message -> message.told().stream())
        .collect(Collectors.toSet());
  }

  private boolean begin(
      Transaction transaction,
      String channel,
      Telling telling,
      Map<Long, String> held,
      Timing timing,
      Beginning beginning,
      @Nullable UUID submission) {
    if (!beginning.takes(telling)) {
      return false;
    }
    String state = state(channel, !beginning.takes(telling.holding(held.keySet(), null)));
    transaction.update(
        INSERT,
        Tuple.tuple()
            .addString(channel)
            .addString(telling.group().key())
            .addString(telling.group().period().toString())
            .addString(state)
            .addString(StoredJson.write(telling))
            .addString(StoredJson.write(held))
            .addString(StoredJson.write(timing))
            .addUUID(submission));
    return state.equals(Message.PENDING);
  }

  private boolean revise(
      Transaction transaction,
      Message message,
      Telling telling,
      Map<Long, String> held,
      Timing timing,
      Beginning beginning,
      @Nullable UUID submission) {
    Telling before = message.effective();
    Telling after = telling.holding(held.keySet(), message.sent());
    // The other way round it shows what was to be told, and is not any more.
    boolean differs =
        !Difference.between(before, after).isEmpty()
            || !Difference.between(after, before).isEmpty();
    boolean mayBegin = beginning.takes(after);
    boolean tooLate = message.state().equals(Message.HELD) && beginning == Beginning.NEVER;
    // Recorded while there was no channel: what goes on is told once there is one.
    boolean unheard = message.unheard() && mayBegin && receivers.awaited(message.channel());
    if (!unheard && (!differs || tooLate)) {
      if (!held.equals(message.held()) || !timing.equals(message.timing())) {
        transaction.update(
            NOTE,
            Tuple.of(
                message.id(),
                StoredJson.write(telling),
                StoredJson.write(held),
                StoredJson.write(timing)));
      }
      return false;
    }
    boolean wholly = message.sent() == null && after.silent() && !held.isEmpty();
    String state =
        message.unheard() && !unheard ? Message.NO_CHANNEL : state(message.channel(), wholly);
    transaction.update(
        RAISE,
        Tuple.tuple()
            .addLong(message.id())
            .addString(StoredJson.write(telling))
            .addString(StoredJson.write(held))
            .addString(StoredJson.write(timing))
            .addUUID(submission)
            .addString(state));
    return state.equals(Message.PENDING);
  }

  private String state(String channel, boolean held) {
    if (!receivers.awaited(channel)) {
      return Message.NO_CHANNEL;
    }
    return held ? Message.HELD : Message.PENDING;
  }

  private static List<Message> messages(Transaction transaction, Group base) {
    return transaction.query(LOCK, Tuple.of(base.period().toString(), base.key())).stream()
        .map(Notifications::message)
        .toList();
  }

  private static Message message(Row row) {
    return new Message(
        row.getLong(0),
        row.getString(1),
        row.getString(2),
        StoredJson.read(row.getString(3), Telling.class),
        StoredJson.readNullable(row.getString(4), Telling.class),
        heldOf(row.getString(5)),
        StoredJson.read(row.getString(6), Timing.class));
  }

  static Map<Long, String> heldOf(String json) {
    Map<Long, String> held = new TreeMap<>();
    StoredJson.read(json, JsonNode.class)
        .properties()
        .forEach(one -> held.put(Long.valueOf(one.getKey()), one.getValue().asText()));
    return held;
  }

  private static Map<Long, String> of(Map<Long, String> held, Collection<Long> some) {
    Map<Long, String> theirs = new TreeMap<>(held);
    theirs.keySet().retainAll(some);
    return theirs;
  }
}
