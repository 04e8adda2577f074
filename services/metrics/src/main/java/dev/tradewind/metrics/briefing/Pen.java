package dev.tradewind.metrics.briefing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes sentences in one language. */
final class Pen {
  private final Scope scope;
  private final Wording wording;
  private final Templates templates;
  private final String partner;

  /**
   * For a briefing.
   *
   * @param partner how the partner is called
   */
  Pen(Scope scope, Wording wording, String partner) {
    this.scope = scope;
    this.wording = wording;
    this.partner = partner;
    this.templates = new Templates(wording.language());
  }

  Scope scope() {
    return scope;
  }

  Wording wording() {
    return wording;
  }

  String partner() {
    return partner;
  }

  /**
   * A sentence.
   *
   * @param key of its template
   * @param places names and texts in turn
   */
  Sentence say(String key, Proof proof, List<Figure> figures, String... places) {
    return new Sentence(key, capital(text(key, places)), proof.address(), List.copyOf(figures));
  }

  /** Part of a sentence. */
  String text(String key, String... places) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < places.length; i += 2) {
      values.put(places[i], places[i + 1]);
    }
    return templates.fill(key, values);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
