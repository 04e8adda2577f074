package dev.tradewind.metrics.briefing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The article as text: paragraphs, lists, and a numbered proof behind every sentence. */
final class Markdown {
  private static final Set<String> LISTS = Set.of("timeline", "caveats");
  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<>|#])");

  private final StringBuilder text = new StringBuilder();
  private final String gap;
  private int proofs;

  private Markdown(String gap) {
    this.gap = gap;
  }

  static String of(BriefingPage page, Wording words) {
    Markdown markdown = new Markdown(words.gap());
    markdown.text.append("# ").append(escaped(page.title())).append("\n");
    if (page.reason() != null) {
      markdown.text.append("\n").append(escaped(page.reason())).append("\n");
    }
    page.sections().forEach(markdown::section);
    return markdown.text.toString();
  }

  private void section(Section section) {
    text.append("\n## ").append(escaped(section.title())).append("\n\n");
    List<String> sentences = section.sentences().stream().map(this::sentence).toList();
    if (LISTS.contains(section.id())) {
      sentences.forEach(sentence -> text.append("- ").append(sentence).append("\n"));
    } else {
      text.append(String.join(gap, sentences)).append("\n");
    }
  }

  private String sentence(Sentence sentence) {
    proofs++;
    return escaped(sentence.text()) + " [[" + proofs + "]](" + sentence.query() + ")";
  }

  /** Titles of events are anybody's text. */
  private static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$1");
  }
}
