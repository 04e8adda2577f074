package dev.tradewind.systemtests;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.embedded.slack.SlackRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a reader of the channel sees. */
final class SlackText {
  private SlackText() {}

  /** The provinces that a message names; Shanxi is not Shaanxi. */
  static Set<String> provinces(SlackRequest message) {
    Set<String> named = new TreeSet<>();
    for (Region region : Region.all()) {
      Pattern name = Pattern.compile("\\b" + Pattern.quote(region.nameEn()) + "\\b");
      if (name.matcher(message.body()).find()) {
        named.add(region.code());
      }
    }
    return named;
  }
}
