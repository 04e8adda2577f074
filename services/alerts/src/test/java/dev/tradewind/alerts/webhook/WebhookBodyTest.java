package dev.tradewind.alerts.webhook;

import static dev.tradewind.alerts.LetterSamples.figures;
import static dev.tradewind.alerts.LetterSamples.member;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.wording.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {
  private static final WebhookBody BODY =
      new WebhookBody(new Links(URI.create("https://tradewind.example")));
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(WebhookBody.class.getResourceAsStream("webhook-message.json"));
  private static final Figures HUNAN =
      figures("3000000000", "4200000000", "-0.285714", "0.117647", null);
  private static final Telling TOLD = telling(null, List.of(), warning(1, "CN-HN", HUNAN));

  @Test
  void bodiesKeepToTheDocumentedSchema() {
    Telling now =
        telling(
            "of 2 covered products",
            List.of("modelled"),
            member(1, "CN-HN", Finding.WITHDRAWN, Severity.WARNING, HUNAN),
            warning(2, "CN-YN", HUNAN));
    for (Language language : Language.values()) {
      assertValid(BODY.of(new Draft(null, TOLD), "hook", language));
      assertValid(BODY.of(new Draft(TOLD, now), "hook", language));
      for (Notice.Kind kind : Notice.Kind.values()) {
        assertValid(BODY.of(notice(kind), "hook", language));
      }
    }
  }

  @Test
  void theSchemaIsNotEmptyTalk() {
    JsonNode body = BODY.of(new Draft(null, TOLD), "hook", Language.EN);
    ((com.fasterxml.jackson.databind.node.ObjectNode) body).put("schemaVersion", 2);
    assertThat(SCHEMA.validate(body)).isNotEmpty();
  }

  @Test
  void numbersAreExact() {
    JsonNode alert = BODY.of(new Draft(null, TOLD), "hook", Language.EN).path("alerts").path(0);
    assertThat(alert.path("figures").path("value").asText()).isEqualTo("3000000000");
    assertThat(alert.path("observed").asText()).isEqualTo("-0.285714");
    assertThat(alert.path("threshold").asText()).isEqualTo("-0.2");
  }

  @Test
  void aSignatureIsOverTimeAndBody() {
    // Computed with: printf '1758362400.{"a":1}' | openssl dgst -sha256 -hmac 'sixteen letters!'
    assertThat(
            Signature.header(
                Secret.of("sixteen letters!"),
                Instant.ofEpochSecond(1758362400),
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "t=1758362400,v1=2ab7340704f8438697202cf61ef5099b259d904f103e66449297cba361064d84");
  }

  private static void assertValid(JsonNode body) {
    assertThat(SCHEMA.validate(body)).as(body.toPrettyString()).isEmpty();
  }

  private static Letter notice(Notice.Kind kind) {
    return new Notice(kind, "x", null, null, null, List.of(), List.of("desk"), List.of());
  }
}
