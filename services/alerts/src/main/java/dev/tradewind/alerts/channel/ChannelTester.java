package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.notification.Receivers;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends a message that says it is a test. */
@ApplicationScoped
class ChannelTester {
  private static final Logger LOG = Logger.getLogger(ChannelTester.class);
  private static final Duration APART = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final Receivers receivers;

  ChannelTester(Transactions transactions, Receivers receivers) {
    this.transactions = transactions;
    this.receivers = receivers;
  }

  /** Sends one, at most every ten seconds; says what the receiver said. */
  TestResult test(String name) {
    Receiver receiver = receivers.receiver(name);
    if (receiver == null || transactions.run(tx -> ChannelStore.find(tx, name)) == null) {
      throw Problem.notFound("channel", name).asException();
    }
    if (!receiver.configured()) {
      throw Problem.of(409, "channel-not-configured", "Nothing can be sent to the channel.")
          .withDetail("Channel '" + name + "': " + receiver.problem() + ".")
          .withAdvice("Messages for it wait until that is put right.")
          .asException();
    }
    if (!transactions.run(tx -> ChannelStore.mayTest(tx, name, APART))) {
      throw Problem.of(429, "tested-a-moment-ago", "The channel was tested a moment ago.")
          .withDetail("Or its receiver asked for patience.")
          .withAdvice("Try again in ten seconds.")
          .asException();
    }
    Parcel parcel = receiver.parcel("test-" + UUID.randomUUID(), Notice.test(name), null);
    Outcome outcome = receivers.delivery(name).deliver(parcel).await().atMost(PATIENCE);
    TestResult result = result(name, outcome);
    if (outcome instanceof Outcome.Postponed postponed && postponed.hush() != null) {
      Duration wait = postponed.hush();
      transactions.run(
          transaction -> {
            ChannelStore.hush(transaction, name, wait);
            return true;
          });
    }
    LOG.infof(
        "channel tested: name=%s outcome=%s detail=%s", name, result.outcome(), result.detail());
    return result;
  }

  private static TestResult result(String name, Outcome outcome) {
    Instant now = Instant.now();
    if (outcome instanceof Outcome.Postponed postponed) {
      return new TestResult(name, "postponed", postponed.detail(), now);
    }
    return outcome instanceof Outcome.Refused refused
        ? new TestResult(name, "refused", refused.detail(), now)
        : new TestResult(name, "delivered", null, now);
  }
}
