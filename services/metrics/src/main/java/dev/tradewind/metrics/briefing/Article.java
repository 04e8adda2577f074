package dev.tradewind.metrics.briefing;

import java.util.ArrayList;
import java.util.List;

/** The sections in their order; one without a sentence is left out. */
final class Article {
  private Article() {}

  static List<Section> sections(Pen pen, BriefingData data) {
    Provinces provinces = new Provinces(pen, data);
    List<Section> sections = new ArrayList<>();
    add(sections, pen, "overview", new Overview(pen, data).sentences());
    add(sections, pen, "origin", provinces.origin());
    add(sections, pen, "exposure", provinces.exposure());
    add(sections, pen, "effects", provinces.effects());
    add(sections, pen, "sectors", new Sectors(pen, data).sentences());
    add(sections, pen, "diversification", new Diversification(pen, data).sentences());
    add(sections, pen, "shifts", new Shifts(pen, data).sentences());
    add(sections, pen, "dependence", new Dependence(pen, data).sentences());
    add(sections, pen, "timeline", Timeline.sentences(pen, data));
    add(sections, pen, "caveats", Caveats.sentences(pen, data));
    return sections;
  }

  private static void add(List<Section> sections, Pen pen, String id, List<Sentence> sentences) {
    if (!sentences.isEmpty()) {
      sections.add(new Section(id, pen.text("section." + id), sentences));
    }
  }
}
