package dev.tradewind.alerts.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.alerts.document.Document;
import dev.tradewind.alerts.document.Documents;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.document.PlainText;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notification.Change;
import dev.tradewind.alerts.notification.Difference;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.contracts.code.Region;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook, after {@code webhook-message.json} beside this class's resources. Fields
 * may be added; a change of meaning raises {@link #SCHEMA_VERSION}.
 */
record WebhookBody(Links links) {
  static final int SCHEMA_VERSION = 1;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode of(Letter letter, String channel, Language language) {
    Document document = Documents.of(letter, language);
    ObjectNode body = JSON.objectNode();
    body.put("schemaVersion", SCHEMA_VERSION);
    body.put("type", letter instanceof Draft ? "alerts" : "notice");
    body.put("channel", channel);
    body.put("language", language.id());
    body.put("title", PlainText.bare(document.title()));
    body.put("text", PlainText.of(document, links));
    body.set("owners", texts(letter.owners()));
    if (letter instanceof Draft draft) {
      alerts(body, draft);
    } else {
      notice(body, (Notice) letter);
    }
    return body;
  }

  private void alerts(ObjectNode body, Draft draft) {
    Telling now = draft.now();
    body.put("reason", draft.reason().id());
    ObjectNode group = body.putObject("group");
    group.put("key", now.group().key());
    series(group, now.group().series(), now.group().period());
    body.put("coverage", now.partial());
    body.set("dataLabels", texts(now.labels()));
    body.set("nation", figures(now.nation()));
    ArrayNode alerts = body.putArray("alerts");
    now.members().forEach(member -> alerts.add(alert(member)));
    ArrayNode changes = body.putArray("changes");
    Telling told = draft.told();
    if (told != null) {
      Difference.between(told, now).changes().forEach(change -> changes.add(change(change)));
    }
  }

  private static void notice(ObjectNode body, Notice notice) {
    body.put("reason", notice.kind().id());
    body.put("name", notice.name());
    if (notice.series() != null) {
      series(body.putObject("group"), notice.series(), notice.period());
    }
    body.put("coverage", notice.partial());
    body.set("dataLabels", texts(notice.labels()));
  }

  private static void series(ObjectNode group, Series series, @Nullable YearMonth period) {
    group.put("period", period == null ? null : period.toString());
    group.put("partner", series.partner());
    group.put("sector", series.sector());
    group.put("window", series.window().id());
    group.put("currency", series.currency());
  }

  private static ObjectNode alert(Member member) {
    ObjectNode alert = JSON.objectNode();
    alert.put("incident", member.incident());
    alert.put("rule", member.rule());
    alert.put("ruleName", member.ruleName());
    alert.put("region", member.region());
    alert.put("regionNameEn", Region.nameEn(member.region()));
    alert.put("regionNameZh", Region.nameZh(member.region()));
    alert.put("state", member.finding().name().toLowerCase(Locale.ROOT));
    alert.put("severity", member.severity().id());
    alert.put("indicator", member.indicator());
    alert.put("comparison", member.comparison());
    alert.put("threshold", plain(member.threshold()));
    alert.put("observed", plain(member.observed()));
    alert.set("figures", figures(member.figures()));
    return alert;
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    node.put("incident", change.now().incident());
    Member was = change.was();
    node.set("was", was == null ? JSON.nullNode() : alert(was));
    node.set("now", alert(change.now()));
    return node;
  }

  /** Exact decimals as strings, rates as fractions. */
  private static JsonNode figures(@Nullable Figures figures) {
    if (figures == null) {
      return JSON.nullNode();
    }
    ObjectNode node = JSON.objectNode();
    node.put("value", plain(figures.value()));
    node.put("baseValue", plain(figures.baseValue()));
    node.put("change", plain(figures.change()));
    node.put("yoy", plain(figures.yoy()));
    node.put("share", plain(figures.share()));
    node.put("rank", figures.rank());
    node.put("exposure", plain(figures.exposure()));
    node.put("exposureChange", plain(figures.exposureChange()));
    node.put("contribution", plain(figures.contribution()));
    node.put("zScore", plain(figures.zScore()));
    node.put("status", figures.status().id());
    return node;
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
