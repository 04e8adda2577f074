package dev.tradewind.alerts.slack.message;

import static dev.tradewind.alerts.LetterSamples.critical;
import static dev.tradewind.alerts.LetterSamples.figures;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.LetterSamples;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.contracts.code.Region;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageLimitsTest {
  private static final SlackMessages MESSAGES =
      new SlackMessages(URI.create("https://tradewind.example/"));

  @Test
  void allThirtyOneProvincesFitAndEachIsNamedOnce() {
    SlackMessage message =
        MESSAGES.write(new Draft(null, every(31, "a label", 0)), Language.EN);
    String all = message.blocks().toString();
    assertThat(Region.all())
        .allSatisfy(region -> assertThat(all).containsOnlyOnce("*" + region.nameEn() + "* "));
    assertWithinLimits(message);
  }

  @Property(tries = 200)
  void whateverTheDataSaySlackAcceptsTheMessage(
      @ForAll @IntRange(min = 1, max = 31) int count,
      @ForAll @Size(max = 3) List<String> labels,
      @ForAll String partial) {
    Telling now =
        new Telling(
            LetterSamples.AUGUST,
            LetterSamples.CHINA,
            partial,
            labels,
            every(count, partial, 0).members());
    assertWithinLimits(MESSAGES.write(new Draft(null, now), Language.EN));
    assertWithinLimits(MESSAGES.write(new Draft(every(31, null, 7), now), Language.EN));
  }

  @Property(tries = 200)
  void noDataBecomeMarkup(@ForAll String partial, @ForAll @Size(max = 2) List<String> labels) {
    Telling now =
        telling(partial, labels, critical(1, "CN-SD", figures("1", "10", "-0.9", null, null)));
    for (JsonNode text : texts(MESSAGES.write(new Draft(null, now), Language.EN))) {
      // Only our own links remain.
      assertThat(
              text.path("text")
                  .asText()
                  .replaceAll("<https://tradewind\\.example/[^|<>]*\\|[^<>|]*>", ""))
          .doesNotContain("<", ">");
    }
  }

  private static Telling every(int count, @Nullable String partial, int shift) {
    List<Region> regions = List.copyOf(Region.all());
    Member[] members =
        Stream.iterate(0, i -> i + 1)
            .limit(count)
            .map(
                i ->
                    i % 2 == 0
                        ? critical(
                            i,
                            regions.get(i).code(),
                            figures(
                                "" + (1_000_000_000L + shift * 1_000_000_000L),
                                "99000000000",
                                "-0.9",
                                "0.5",
                                "-0.01"))
                        : warning(
                            i, regions.get(i).code(), figures("70", "100", "-0.3", null, null)))
            .toArray(Member[]::new);
    return telling(partial, List.of("modelled"), members);
  }

  private static void assertWithinLimits(SlackMessage message) {
    assertThat(message.text()).isNotBlank().hasSizeLessThanOrEqualTo(4000);
    assertThat(message.blocks().size()).isBetween(1, 50);
    for (JsonNode text : texts(message)) {
      int limit = text.path("type").asText().equals("plain_text") ? 150 : 3000;
      assertThat(text.path("text").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
    }
  }

  private static List<JsonNode> texts(SlackMessage message) {
    return Stream.concat(
            message.blocks().findValues("text").stream().filter(JsonNode::isObject),
            message.blocks().findValues("elements").stream()
                .flatMap(
                    elements ->
                        Stream.iterate(0, i -> i + 1).limit(elements.size()).map(elements::get)))
        .toList();
  }
}
