package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.notification.Receivers;
import dev.tradewind.alerts.secret.Sealed;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.secret.SecretException;
import dev.tradewind.alerts.secret.Secrets;
import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes, changes and ends channels. */
@ApplicationScoped
class Channels {
  private static final Logger LOG = Logger.getLogger(Channels.class);
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Set<String> RESERVED = Set.of("preview", "default");
  private static final int LONGEST_SECRET = 4000;

  private final Transactions transactions;
  private final Secrets secrets;
  private final StoredChannels stored;
  private final Kinds kinds;
  private final Receivers receivers;
  private final Reconsideration reconsideration;

  Channels(
      Transactions transactions,
      Secrets secrets,
      StoredChannels stored,
      Kinds kinds,
      Receivers receivers,
      Reconsideration reconsideration) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.stored = stored;
    this.kinds = kinds;
    this.receivers = receivers;
    this.reconsideration = reconsideration;
  }

  /** Makes a channel; it is told what fires. */
  String make(ChannelDraft draft) {
    String name = draft.name();
    if (name == null || !NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw invalid(
          "name",
          "use 1 to 40 lower case letters, digits and hyphens; 'default' and 'preview' are taken.");
    }
    StoredChannel channel = checked(name, draft, null);
    boolean made =
        transactions.inTurn(
            transaction -> {
              if (!ChannelStore.insert(transaction, channel)) {
                return false;
              }
              reconsideration.all(transaction);
              return true;
            });
    if (!made) {
      throw Problem.of(409, "channel-exists", "There is a channel of that name.")
          .withDetail("Channel '" + name + "' is there already.")
          .withAdvice("PUT changes it.")
          .asException();
    }
    LOG.infof("channel made: name=%s kind=%s", name, channel.kind());
    receivers.refresh();
    reconsideration.send();
    return name;
  }

  /** Changes a channel; all of it, but for a secret that is not given. */
  void change(String name, ChannelDraft draft) {
    if (draft.name() != null && !draft.name().equals(name)) {
      throw invalid("name", "leave it out, or repeat the one in the path.");
    }
    transactions.inTurn(
        transaction -> {
          StoredChannel before = changeable(transaction, name);
          StoredChannel now = checked(name, draft, before);
          ChannelStore.update(transaction, now, !now.settings().equals(before.settings()));
          return true;
        });
    LOG.infof("channel changed: name=%s", name);
    receivers.refresh();
  }

  /** Ends a channel that nobody names; what waits for it is not sent any more. */
  void end(String name) {
    // Rules and routing are written in turn, too: nobody begins to name it meanwhile.
    transactions.inTurn(
        transaction -> {
          changeable(transaction, name);
          ChannelUses.refuse(transaction, name);
          ChannelStore.delete(transaction, name);
          return true;
        });
    LOG.infof("channel ended: name=%s", name);
    receivers.refresh();
  }

  private static StoredChannel changeable(Transaction transaction, String name) {
    StoredChannel channel = ChannelStore.find(transaction, name);
    if (channel == null) {
      throw Problem.notFound("channel", name).asException();
    }
    if (channel.configured()) {
      throw Problem.of(409, "channel-of-configuration", "The channel belongs to the configuration.")
          .withDetail("Channel '" + name + "' cannot be changed over the API.")
          .withAdvice("Change tradewind.slack.webhook-url, or make another channel.")
          .asException();
    }
    return channel;
  }

  private StoredChannel checked(String name, ChannelDraft draft, @Nullable StoredChannel before) {
    ReceiverKind kind = kind(draft, before);
    Language language = language(draft);
    ChannelSettings settings = draft.settings();
    if (before != null && settings.url() == null && kind.fields().contains("url")) {
      settings =
          new ChannelSettings(
              before.settings().url(),
              settings.channelId(),
              settings.recipients(),
              settings.username());
    }
    refuseForeign(kind, settings);
    if (draft.secret() != null && draft.secretRef() != null) {
      throw invalid("secretRef", "give secret or secretRef, not both.");
    }
    String reference = draft.secretRef();
    Secret secret = given(draft);
    boolean kept = before != null && secret == null;
    if (before != null && secret == null) {
      if (before.settings().url() != null && !before.settings().url().equals(settings.url())) {
        refuseOldSecret(before);
      }
      secret = keptSecret(before);
      reference = before.secretRef();
    }
    if (secret == null && kind.needsSecret()) {
      throw invalid("secret", "a " + kind.id() + " needs one; give secret or secretRef.");
    }
    try {
      kind.check(settings, secret);
    } catch (IllegalSettingException e) {
      throw invalid(e.field(), e.detail());
    }
    return new StoredChannel(
        name,
        kind.id(),
        false,
        language,
        settings,
        kept && before != null
            ? before.sealed()
            : secret == null || reference != null ? null : sealed(secret, name),
        reference,
        OffsetDateTime.now(ZoneOffset.UTC));
  }

  private ReceiverKind kind(ChannelDraft draft, @Nullable StoredChannel before) {
    String id = draft.kind() == null && before != null ? before.kind() : draft.kind();
    ReceiverKind kind = id == null ? null : kinds.of(id);
    if (kind == null) {
      throw invalid("kind", "use one of " + kinds.names() + ".");
    }
    if (before != null && !before.kind().equals(kind.id())) {
      throw invalid("kind", "it stays what it is; make another channel.");
    }
    return kind;
  }

  private static Language language(ChannelDraft draft) {
    try {
      return draft.language() == null ? Language.EN : Language.of(draft.language());
    } catch (IllegalArgumentException e) {
      throw invalid("language", "use en or zh.");
    }
  }

  private static void refuseForeign(ReceiverKind kind, ChannelSettings settings) {
    List<String> given = new ArrayList<>();
    if (settings.url() != null) {
      given.add("url");
    }
    if (settings.channelId() != null) {
      given.add("channelId");
    }
    if (!settings.recipients().isEmpty()) {
      given.add("recipients");
    }
    if (settings.username() != null) {
      given.add("username");
    }
    given.removeAll(kind.fields());
    if (!given.isEmpty()) {
      throw invalid(given.get(0), "a " + kind.id() + " does not take it.");
    }
  }

  private @Nullable Secret given(ChannelDraft draft) {
    if (draft.secretRef() != null) {
      if (!Secrets.isReference(draft.secretRef())) {
        throw invalid("secretRef", "use the plain name of a file in tradewind.secrets.directory.");
      }
      try {
        return secrets.referenced(draft.secretRef());
      } catch (SecretException e) {
        throw invalid("secretRef", e.getMessage() + ".");
      }
    }
    String secret = draft.secret();
    if (secret == null || secret.isBlank()) {
      return null;
    }
    if (secret.length() > LONGEST_SECRET || secret.chars().anyMatch(Character::isISOControl)) {
      throw invalid("secret", "use at most " + LONGEST_SECRET + " characters, none of control.");
    }
    return Secret.of(secret.strip());
  }

  /** Else whoever may change channels could have secrets sent to a place of their own. */
  private static void refuseOldSecret(StoredChannel before) {
    if (before.sealed() != null || before.secretRef() != null) {
      throw invalid("secret", "give it again: the url is another one.");
    }
  }

  private @Nullable Secret keptSecret(StoredChannel before) {
    try {
      return stored.secret(before);
    } catch (SecretException e) {
      throw Problem.of(409, "secret-lost", "The stored secret cannot be had.")
          .withDetail("Of channel '" + before.name() + "': " + e.getMessage() + ".")
          .withAdvice("Give it again.")
          .asException();
    }
  }

  private Sealed sealed(Secret secret, String name) {
    if (!secrets.canSeal()) {
      throw Problem.of(409, "no-secrets-key", "Secrets cannot be stored here.")
          .withDetail("There is no key to seal them with.")
          .withAdvice(
              "Set tradewind.secrets.key to id:base64 of 32 bytes (openssl rand -base64 32), or put the"
                  + " secret into a mounted file and name it in secretRef.")
          .asException();
    }
    return secrets.seal(secret, name);
  }

  private static RuntimeException invalid(String field, @Nullable String detail) {
    String text = String.valueOf(detail);
    return Problem.of(400, "bad-channel", "The channel is not valid.")
        .withDetail("Field '" + field + "': " + text)
        .withErrors(List.of(new Violation(field, text)))
        .asException();
  }
}
