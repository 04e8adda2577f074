package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import dev.tradewind.metrics.sector.SectorFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is asked of a briefing. */
final class BriefingQuestion {
  static final List<String> PARAMETERS =
      List.of("partner", "period", "window", "currency", "lang", AsOf.PARAMETER);

  static final String MARKDOWN = "text/markdown";

  private BriefingQuestion() {}

  /** The partner's exports in all sectors. */
  static SeriesQuestion series(Question question, Groups groups) {
    var window = question.window();
    Partners partner = question.partner(groups);
    if (partner.world()) {
      throw Question.bad("partner", "a briefing is about one partner, such as USA.");
    }
    return new SeriesQuestion(
        partner, SectorFilter.ALL, window, question.period(window), question.currency(), List.of());
  }

  /** The same for one sector. */
  static SeriesQuestion of(SeriesQuestion all, String sector, Groups groups) {
    SectorFilter filter = sector.equals(Sector.ALL) ? SectorFilter.ALL : groups.sector(sector);
    return new SeriesQuestion(
        all.partner(),
        filter == null ? SectorFilter.ALL : filter,
        all.window(),
        all.period(),
        all.currency(),
        List.of());
  }

  /** By the parameter, or by what the client's languages say first. */
  static Wording wording(Question question, HttpHeaders headers) {
    String preferred =
        headers.getAcceptableLanguages().stream()
            .map(Locale::getLanguage)
            .filter(language -> language.equals("en") || language.equals("zh"))
            .findFirst()
            .orElse("en");
    return question.oneOf("lang", List.of("en", "zh"), preferred).equals("zh")
        ? new Chinese()
        : new English();
  }

  /** Whether text is wanted rather than data: by the parameter, or by what is accepted. */
  static boolean markdown(Question question, HttpHeaders headers) {
    Optional<String> format = question.text(Form.PARAMETER);
    if (format.isPresent()) {
      List<String> allowed = new ArrayList<>(Form.ids());
      allowed.add("markdown");
      return question.oneOf(Form.PARAMETER, allowed, "").equals("markdown");
    }
    MediaType first = headers.getAcceptableMediaTypes().get(0);
    return first.getType().equals("text")
        && (first.getSubtype().equals("markdown") || first.getSubtype().equals("plain"));
  }
}
