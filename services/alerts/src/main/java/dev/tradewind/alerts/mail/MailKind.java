package dev.tradewind.alerts.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tradewind.alerts.channel.ChannelSettings;
import dev.tradewind.alerts.channel.ChannelSpec;
import dev.tradewind.alerts.channel.IllegalSettingException;
import dev.tradewind.alerts.channel.ReceiverKind;
import dev.tradewind.alerts.document.Document;
import dev.tradewind.alerts.document.Documents;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.document.PlainText;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.wording.Language;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** E-mail: text and HTML, later messages in answer to the first. */
@Singleton
class MailKind implements ReceiverKind {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251})");
  private static final int MOST_RECIPIENTS = 50;

  private final MailConfig config;
  private final ReactiveMailer mailer;
  private final Links links;

  MailKind(
      MailConfig config,
      ReactiveMailer mailer,
      @ConfigProperty(name = "tradewind.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl) {
    this.config = config;
    this.mailer = mailer;
    this.links = new Links(publicUrl);
  }

  @Override
  public String id() {
    return "email";
  }

  @Override
  public Set<String> fields() {
    return Set.of("recipients");
  }

  @Override
  public boolean needsSecret() {
    return false;
  }

  @Override
  public void check(ChannelSettings settings, @Nullable Secret secret) {
    int count = settings.recipients().size();
    if (count == 0 || count > MOST_RECIPIENTS) {
      throw new IllegalSettingException("recipients", "name 1 to " + MOST_RECIPIENTS + ".");
    }
    for (String recipient : settings.recipients()) {
      if (!ADDRESS.matcher(recipient).matches()) {
        throw new IllegalSettingException(
            "recipients", "use bare addresses such as desk@example.org.");
      }
    }
    if (secret != null) {
      throw new IllegalSettingException(
          "secret", "an email does not take it; the password of the server is configured.");
    }
  }

  @Override
  public String host(ChannelSettings settings, @Nullable Secret secret) {
    return config.host().orElse("");
  }

  @Override
  public @Nullable String problem() {
    return config.host().isEmpty() || config.from().isEmpty()
        ? "set tradewind.mail.host and tradewind.mail.from"
        : null;
  }

  @Override
  public JsonNode write(Letter letter, String channel, Language language) {
    Document document = Documents.of(letter, language);
    return JsonNodeFactory.instance
        .objectNode()
        .put("subject", PlainText.bare(document.title()))
        .put("text", PlainText.of(document, links))
        .put("html", new Html(links).of(document, language));
  }

  @Override
  public Delivery delivery(ChannelSpec channel) {
    return new MailDelivery(
        mailer, config.from().orElse(""), channel.name(), channel.settings().recipients());
  }
}
