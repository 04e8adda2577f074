package dev.tradewind.alerts.rulebook;

import dev.tradewind.alerts.change.ChangeEvaluation;
import dev.tradewind.alerts.incident.Cause;
import dev.tradewind.alerts.indicator.RegionGroups;
import dev.tradewind.alerts.notification.Courier;
import dev.tradewind.alerts.route.ChannelNames;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.rule.Rules;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.store.Turn;
import dev.tradewind.contracts.message.IndicatorEvent.RegionGroup;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes rules. What follows from a change of a rule happens in the same transaction, in turn with
 * the changes of the indicators: its incidents are judged again, or closed.
 */
@ApplicationScoped
public class RuleBook {
  static final String DELETED = "deleted";
  private static final String CREATED = "created";
  private static final Logger LOG = Logger.getLogger(RuleBook.class);

  private final Transactions transactions;
  private final ChangeEvaluation evaluation;
  private final ChannelNames channels;
  private final Courier courier;

  RuleBook(
      Transactions transactions,
      ChangeEvaluation evaluation,
      ChannelNames channels,
      Courier courier) {
    this.transactions = transactions;
    this.evaluation = evaluation;
    this.channels = channels;
    this.courier = courier;
  }

  /**
   * What a writing did.
   *
   * @param toTell whether there is something to send
   */
  private record Done<T>(T result, boolean toTell) {}

  /**
   * What became of one rule of several.
   *
   * @param action {@code created}, {@code changed}, {@code enabled}, {@code disabled}, {@code
   *     deleted}, or {@code unchanged}
   */
  public record Outcome(String id, String action) {}

  List<StoredRule> list() {
    return transactions.run(RuleStore::list);
  }

  StoredRule get(String id) {
    return transactions.run(transaction -> existing(transaction, id));
  }

  List<RuleVersionView> versions(String id, @Nullable Integer version) {
    List<RuleVersionView> versions =
        transactions.run(transaction -> RuleStore.versions(transaction, id, version));
    if (versions.isEmpty()) {
      throw Problem.notFound(version == null ? "rule" : "version " + version + " of rule", id)
          .asException();
    }
    return versions;
  }

  /** The rule of that id as it is judged at the moment, or a 404. */
  public Rule rule(String id) {
    return transactions.run(
        transaction -> Rules.resolved(transaction, existing(transaction, id).document()));
  }

  /** A rule that is not stored, as it would be judged; a 400 if something is wrong with it. */
  public Rule unsaved(RuleDocument document) {
    return transactions.run(
        transaction -> {
          var objections = objections(transaction, null, document, false, "");
          if (!objections.isEmpty()) {
            throw RuleReader.invalid(objections);
          }
          return Rules.resolved(transaction, document);
        });
  }

  StoredRule create(RuleDocument document, String actor) {
    return write(
        transaction -> {
          StoredRule before = RuleStore.find(transaction, document.id());
          if (before != null && !before.deleted()) {
            throw Problem.of(409, "rule-exists", "There is a rule of that id.")
                .withDetail("Rule " + document.id() + " exists.")
                .withAdvice("Use another id, or PUT to change the rule.")
                .asException();
          }
          return put(transaction, before, document, false, actor);
        });
  }

  /** Changes a rule, or makes one of that id, if no version is expected. */
  StoredRule replace(RuleDocument document, Expected expected, String actor) {
    return write(
        transaction -> {
          StoredRule before = RuleStore.find(transaction, document.id());
          StoredRule alive = before == null || before.deleted() ? null : before;
          expected.check(document.id(), alive == null ? null : alive.version());
          if (alive != null) {
            writable(alive);
          }
          return put(transaction, before, document, false, actor);
        });
  }

  void delete(String id, Expected expected, String actor) {
    write(
        transaction -> {
          StoredRule rule = existing(transaction, id);
          expected.check(id, rule.version());
          writable(rule);
          return new Done<>(rule, remove(transaction, rule, actor));
        });
  }

  /** Writes many rules, or none of them. */
  List<Outcome> importAll(List<RuleDocument> documents, boolean dryRun, String actor) {
    if (!dryRun) {
      return write(transaction -> putAll(transaction, documents, false, actor));
    }
    return transactions.run(
        transaction -> {
          List<Outcome> outcomes = new ArrayList<>();
          List<Violation> violations = new ArrayList<>();
          for (int i = 0; i < documents.size(); i++) {
            StoredRule before = RuleStore.find(transaction, documents.get(i).id());
            violations.addAll(
                objections(transaction, before, documents.get(i), false, "rules[" + i + "]."));
            outcomes.add(new Outcome(documents.get(i).id(), action(before, documents.get(i))));
          }
          if (!violations.isEmpty()) {
            throw RuleReader.invalid(violations);
          }
          return outcomes;
        });
  }

  /**
   * Makes the rules of a file the provisioned ones: those that it no longer has are deleted.
   *
   * @return what was done, without what was so already
   */
  public List<Outcome> provision(List<RuleDocument> documents, String actor) {
    // Nobody waits for an answer.
    return told(
        transactions.run(
            transaction -> {
              Turn.take(transaction);
              return provision(transaction, documents, actor);
            }));
  }

  private Done<List<Outcome>> provision(
      Transaction transaction, List<RuleDocument> documents, String actor) {
    var done = putAll(transaction, documents, true, actor);
    var named = documents.stream().map(RuleDocument::id).collect(Collectors.toSet());
    List<Outcome> outcomes = new ArrayList<>(done.result());
    outcomes.removeIf(outcome -> outcome.action().equals("unchanged"));
    boolean toTell = done.toTell();
    for (StoredRule rule : RuleStore.list(transaction)) {
      if (rule.provisioned() && !named.contains(rule.document().id())) {
        toTell |= remove(transaction, rule, actor);
        outcomes.add(new Outcome(rule.document().id(), DELETED));
      }
    }
    return new Done<>(outcomes, toTell);
  }

  /** Makes provisioned rules ordinary ones, because there is no file any more. */
  public int release() {
    return transactions.run(RuleStore::release);
  }

  private <T> T write(Function<Transaction, Done<T>> work) {
    return told(transactions.inTurn(work));
  }

  private <T> T told(Done<T> done) {
    if (done.toTell()) {
      courier.wake();
    }
    return done.result();
  }

  private Done<List<Outcome>> putAll(
      Transaction transaction, List<RuleDocument> documents, boolean provisioned, String actor) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    boolean toTell = false;
    for (int i = 0; i < documents.size(); i++) {
      RuleDocument document = documents.get(i);
      StoredRule before = RuleStore.find(transaction, document.id());
      var objections = objections(transaction, before, document, provisioned, "rules[" + i + "].");
      violations.addAll(objections);
      if (objections.isEmpty()) {
        outcomes.add(new Outcome(document.id(), action(before, document)));
        toTell |= put(transaction, before, document, provisioned, actor).toTell();
      }
    }
    if (!violations.isEmpty()) {
      throw RuleReader.invalid(violations);
    }
    return new Done<>(outcomes, toTell);
  }

  /** What only the database knows to be wrong. */
  private List<Violation> objections(
      Transaction transaction,
      @Nullable StoredRule before,
      RuleDocument document,
      boolean provisioning,
      String prefix) {
    List<Violation> violations = new ArrayList<>();
    if (before != null && before.provisioned() && !before.deleted() && !provisioning) {
      violations.add(new Violation(prefix + "id", "a file provisions this rule."));
    }
    String group = document.group();
    if (document.scope() == Scope.Kind.GROUP && group != null) {
      List<String> known = RegionGroups.all(transaction).stream().map(RegionGroup::id).toList();
      if (!known.contains(group)) {
        violations.add(
            new Violation(
                prefix + "group",
                "there is no such group"
                    + (known.isEmpty() ? "." : "; use one of " + String.join(", ", known) + ".")));
      }
    }
    if (!document.receivers().isEmpty()) {
      List<String> known = channels.names(transaction);
      for (int i = 0; i < document.receivers().size(); i++) {
        String receiver = document.receivers().get(i);
        if (!known.contains(receiver)) {
          violations.add(
              new Violation(
                  prefix + "receivers[" + i + "]", ChannelNames.unknown(receiver, known)));
        }
      }
    }
    return violations;
  }

  private Done<StoredRule> put(
      Transaction transaction,
      @Nullable StoredRule before,
      RuleDocument document,
      boolean provisioned,
      String actor) {
    var objections = objections(transaction, before, document, provisioned, "");
    if (!objections.isEmpty()) {
      throw RuleReader.invalid(objections);
    }
    String action = action(before, document);
    if (before != null && action.equals("unchanged") && before.provisioned() == provisioned) {
      return new Done<>(before, false);
    }
    String remembered = action.equals("unchanged") ? "changed" : action;
    int version = before == null ? 1 : before.version() + 1;
    RuleStore.save(transaction, document, version, remembered, provisioned, actor);
    Cause cause = Cause.by(actor, "rule-" + remembered);
    boolean toTell =
        document.enabled()
            ? evaluation.evaluate(transaction, Rules.resolved(transaction, document), cause)
            : evaluation.close(transaction, document.id(), cause);
    LOG.infof("rule %s: id=%s version=%d by=%s", remembered, document.id(), version, actor);
    return new Done<>(existing(transaction, document.id()), toTell);
  }

  private boolean remove(Transaction transaction, StoredRule rule, String actor) {
    RuleDocument document = rule.document();
    RuleStore.save(transaction, document, rule.version() + 1, DELETED, false, actor);
    LOG.infof("rule deleted: id=%s by=%s", document.id(), actor);
    return evaluation.close(transaction, document.id(), Cause.by(actor, "rule-deleted"));
  }

  private static String action(@Nullable StoredRule before, RuleDocument after) {
    if (before == null || before.deleted()) {
      return CREATED;
    }
    if (before.document().equals(after)) {
      return "unchanged";
    }
    if (before.document().equals(after.enabled(!after.enabled()))) {
      return after.enabled() ? "enabled" : "disabled";
    }
    return "changed";
  }

  private static StoredRule existing(Transaction transaction, String id) {
    StoredRule rule = RuleStore.find(transaction, id);
    if (rule == null || rule.deleted()) {
      throw Problem.notFound("rule", id).asException();
    }
    return rule;
  }

  private static void writable(StoredRule rule) {
    if (rule.provisioned()) {
      throw Problem.of(409, "rule-provisioned", "A file provisions this rule.")
          .withDetail("Rule " + rule.document().id() + " can be read, but not written here.")
          .withAdvice("Change the file that tradewind.alerts.rules.file names.")
          .asException();
    }
  }
}
