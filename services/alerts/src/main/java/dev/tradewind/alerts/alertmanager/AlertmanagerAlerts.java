package dev.tradewind.alerts.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.document.Document;
import dev.tradewind.alerts.document.Documents;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.document.PlainText;
import dev.tradewind.alerts.document.Summary;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.contracts.code.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters as alerts of Alertmanager's API v2. An alert is known by its labels, which hold what does
 * not change while it fires; the severity is one, because people route by it, so an alert that
 * worsens ends and another begins. The payload has no times but the start: {@link #posted} adds
 * them on the way.
 */
record AlertmanagerAlerts(Links links) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** {@code {"firing": […], "resolved": […]}}. */
  JsonNode payload(Letter letter, String channel, Language language) {
    ObjectNode payload = JSON.objectNode();
    ArrayNode firing = payload.putArray("firing");
    ArrayNode resolved = payload.putArray("resolved");
    if (letter instanceof Draft draft) {
      Map<JsonNode, ObjectNode> stand = alerts(draft.now(), language);
      stand.values().forEach(firing::add);
      ended(draft, language, stand).forEach(resolved::add);
    } else if (letter instanceof Notice notice && isNews(notice)) {
      firing.add(notice(notice, channel, language));
    }
    return payload;
  }

  /** The body of the request: firing alerts end by themselves if nobody tells of them again. */
  static ArrayNode posted(JsonNode payload, Instant now, Duration timeout) {
    ArrayNode posted = JSON.arrayNode();
    payload.path("firing").forEach(alert -> posted.add(ending(alert, now.plus(timeout))));
    payload.path("resolved").forEach(alert -> posted.add(ending(alert, now)));
    return posted;
  }

  private static ObjectNode ending(JsonNode alert, Instant end) {
    ObjectNode posted = alert.deepCopy();
    posted.remove("incident");
    return posted.put("endsAt", end.toString());
  }

  /** Others are for people to read, and no state that begins and ends. */
  private static boolean isNews(Notice notice) {
    return notice.kind() == Notice.Kind.OVERDUE || notice.kind() == Notice.Kind.TEST;
  }

  private Map<JsonNode, ObjectNode> alerts(Telling telling, Language language) {
    Map<JsonNode, ObjectNode> alerts = new LinkedHashMap<>();
    telling.members().stream()
        .filter(member -> member.finding() == Finding.FIRING)
        .forEach(
            member -> {
              ObjectNode alert = alert(telling, member, language);
              alerts.put(alert.get("labels"), alert);
            });
    return alerts;
  }

  /** What was told and fires no more, and what is known to have ended whoever told of it. */
  private List<ObjectNode> ended(
      Draft draft, Language language, Map<JsonNode, ObjectNode> stand) {
    Map<JsonNode, ObjectNode> ended = new LinkedHashMap<>();
    Telling told = draft.told();
    if (told != null) {
      ended.putAll(alerts(told, language));
    }
    draft.now().members().stream()
        .filter(member -> member.finding() != Finding.FIRING)
        .forEach(
            member -> {
              ObjectNode alert = alert(draft.now(), member, language);
              ended.put(alert.get("labels"), alert);
            });
    stand.keySet().forEach(ended::remove);
    return new ArrayList<>(ended.values());
  }

  private ObjectNode alert(Telling telling, Member member, Language language) {
    ObjectNode alert = JSON.objectNode();
    alert.put("incident", member.incident());
    ObjectNode labels = alert.putObject("labels");
    labels.put("alertname", member.rule());
    labels.put("severity", member.severity().id());
    labels.put("region", member.region());
    labels.put("region_name", Region.nameEn(member.region()));
    labels.put("partner", telling.group().series().partner());
    labels.put("sector", telling.group().series().sector());
    labels.put("window", telling.group().series().window().id());
    labels.put("currency", telling.group().series().currency());
    labels.put("source", "tradewind");
    Summary summary = Summary.of(telling, member, language);
    ObjectNode annotations = alert.putObject("annotations");
    annotations.put("summary", PlainText.bare(summary.headline()));
    annotations.put("description", PlainText.bare(summary.about()));
    annotations.put("period", telling.group().period().toString());
    annotations.put("rule", member.ruleName());
    if (!telling.owners().isEmpty()) {
      annotations.put("owner", String.join(", ", telling.owners()));
    }
    annotations.put("mute", links.to(summary.mutePath()));
    alert.put("generatorURL", links.to(summary.path()));
    Instant since = since(telling.background(), member);
    if (since != null) {
      alert.put("startsAt", since.toString());
    }
    return alert;
  }

  private static @Nullable Instant since(@Nullable Background background, Member member) {
    return background == null ? null : background.since().get(member.incident());
  }

  private ObjectNode notice(Notice notice, String channel, Language language) {
    Document document = Documents.of(notice, language);
    ObjectNode alert = JSON.objectNode();
    ObjectNode labels = alert.putObject("labels");
    boolean test = notice.kind() == Notice.Kind.TEST;
    labels.put("alertname", test ? "TradewindChannelTest" : "TradewindDataOverdue");
    labels.put("severity", test ? "none" : "warning");
    labels.put("source", "tradewind");
    if (test) {
      labels.put("channel", channel);
    } else if (notice.period() != null) {
      labels.put("period", notice.period().toString());
    }
    ObjectNode annotations = alert.putObject("annotations");
    annotations.put("summary", PlainText.bare(document.title()));
    annotations.put("description", PlainText.of(document, links));
    alert.put("generatorURL", links.to("/"));
    return alert;
  }
}
