package dev.tradewind.alerts.mail;

import static dev.tradewind.alerts.LetterSamples.figures;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.document.Documents;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.document.PlainText;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Language;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static final Links LINKS = new Links(URI.create("https://tradewind.example"));

  @Test
  void dataCannotBecomeMarkup() {
    String html = html("<script>alert(1)</script>\"'&", List.of("<img src=x onerror=y>"));
    assertThat(html).doesNotContain("<script", "<img");
    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
  }

  @Property(tries = 200)
  void onlyOurOwnTagsAreThere(@ForAll String partial, @ForAll @Size(max = 2) List<String> labels) {
    assertThat(
            html(partial, labels)
                .replaceAll(
                    "</?(html|head|meta|body|h2|p|ul|li|b|br|span|a|!DOCTYPE)( [^<>]*)?>|<!DOCTYPE html>",
                    ""))
        .doesNotContain("<", ">");
  }

  @Property(tries = 200)
  void noDataBeginALineOfText(@ForAll String partial) {
    Draft draft = draft(partial, List.of());
    int lines =
        PlainText.of(Documents.of(draft("x", List.of()), Language.EN), LINKS).split("\n").length;
    assertThat(PlainText.of(Documents.of(draft, Language.EN), LINKS).split("\n")).hasSize(lines);
    assertThat(PlainText.bare(Documents.of(draft, Language.EN).title())).doesNotContain("\n", "\r");
  }

  private static String html(String partial, List<String> labels) {
    return new Html(LINKS).of(Documents.of(draft(partial, labels), Language.EN), Language.EN);
  }

  private static Draft draft(String partial, List<String> labels) {
    Telling telling =
        telling(
            partial, labels, warning(1, "CN-HN", figures("70", "100", "-0.3", "0.1", "-0.001")));
    return new Draft(null, telling);
  }
}
