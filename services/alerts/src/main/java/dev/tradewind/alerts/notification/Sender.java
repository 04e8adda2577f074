package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.tracing.SubmissionTrace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, one message at a time. Any number of replicas may: a row is locked from before
 * the call until its outcome is stored, and only the newest desired version goes out.
 */
@ApplicationScoped
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);
  private static final Duration LONGEST_HUSH = Duration.ofHours(1);

  private final Transactions transactions;
  private final Receivers receivers;
  private final NotificationConfig config;
  private final Backoff backoff;
  private final SubmissionTrace trace;

  Sender(
      Transactions transactions,
      Receivers receivers,
      NotificationConfig config,
      SubmissionTrace trace) {
    this.transactions = transactions;
    this.receivers = receivers;
    this.config = config;
    this.trace = trace;
    this.backoff = new Backoff(config.retry().initialDelay(), config.retry().maxDelay());
  }

  /** Attempts the next message that is due; false if none is. */
  boolean sendNext() {
    String[] channels = receivers.configured();
    if (channels.length == 0) {
      return false;
    }
    Duration lease = config.timeout().multipliedBy(2);
    Outbox.Claim claim =
        transactions.run(transaction -> Outbox.claim(transaction, channels, lease));
    if (claim == null) {
      return false;
    }
    if (claim.unanswered()) {
      LOG.warnf(
          "notification %d: an earlier attempt ended without a recorded answer;"
              + " the receiver may see this message twice",
          claim.id());
    }
    transactions.run(
        transaction -> {
          Due due = Outbox.lock(transaction, claim.id());
          if (due != null) {
            attempt(transaction, due, claim.unanswered());
          }
          return true;
        });
    return true;
  }

  private void attempt(Transaction transaction, Due due, boolean repeat) {
    Receiver receiver = receivers.receiver(due.channel());
    if (due.letter().known() || receiver == null) {
      Outbox.nothingNew(transaction, due);
      Outbox.log(transaction, due, "nothing-new", "skipped", null);
      return;
    }
    if (quiet(transaction, due)) {
      return;
    }
    Parcel parcel = receiver.parcel(due.parcelId(), due.letter(), due.ts());
    JsonNode payload = parcel.message();
    Outcome outcome = trace.call("notify", due.submission(), () -> deliver(due.channel(), parcel));
    String why = due.letter().why() + (repeat ? ", may be a repeat" : "");
    if (outcome instanceof Outcome.Delivered delivered) {
      Outbox.sent(transaction, due, delivered.ts(), payload);
      record(transaction, due, why, outcome, null);
    } else if (outcome instanceof Outcome.Refused refused) {
      Outbox.park(transaction, due, refused.detail(), payload);
      record(transaction, due, why, outcome, refused.detail());
    } else if (outcome instanceof Outcome.Postponed postponed) {
      String detail =
          postponed.uncertain()
              ? postponed.detail() + "; the receiver may have it all the same"
              : postponed.detail();
      postpone(transaction, due, postponed.hush(), detail, payload);
      record(transaction, due, why, outcome, detail);
    }
  }

  /** Whether it is not the time for it; then it waits until it is. */
  private static boolean quiet(Transaction transaction, Due due) {
    Instant now = Instant.now();
    Instant opens = RoutingStore.current(transaction).opens(due.timing(), now);
    if (!opens.isAfter(now)) {
      return false;
    }
    Outbox.quiet(transaction, due, opens);
    if (!due.quiet()) {
      Outbox.log(transaction, due, due.letter().why(), "waits", "quiet until " + opens);
      LOG.infof("notification waits: id=%d channel=%s until=%s", due.id(), due.channel(), opens);
    }
    return true;
  }

  private Outcome deliver(String channel, Parcel parcel) {
    return receivers
        .delivery(channel)
        .deliver(parcel)
        .await()
        .atMost(config.timeout().multipliedBy(2));
  }

  private void postpone(
      Transaction transaction, Due due, @Nullable Duration hush, String detail, JsonNode payload) {
    int limit = config.retry().maxAttempts().orElse(Integer.MAX_VALUE);
    if (due.attempts() >= limit) {
      Outbox.park(transaction, due, "given up after " + limit + " attempts: " + detail, payload);
      return;
    }
    Duration wait = backoff.after(due.attempts(), ThreadLocalRandom.current().nextDouble());
    if (hush != null) {
      // Meant for the whole channel, so other messages wait, too.
      wait = hush.compareTo(LONGEST_HUSH) < 0 ? hush : LONGEST_HUSH;
      Outbox.hush(transaction, due.channel(), wait);
    }
    Outbox.postpone(transaction, due, detail, wait);
  }

  private static void record(
      Transaction transaction, Due due, String why, Outcome outcome, @Nullable String detail) {
    String name = Outcomes.name(outcome);
    Outbox.log(transaction, due, why, name, detail);
    Logger.Level level = detail == null ? Logger.Level.INFO : Logger.Level.WARN;
    LOG.logf(
        level,
        "notification %s: id=%d channel=%s group=%s version=%d reason=%s attempt=%d%s",
        name,
        due.id(),
        due.channel(),
        due.group(),
        due.version(),
        why,
        due.attempts(),
        detail == null ? "" : " detail=" + detail);
  }
}
