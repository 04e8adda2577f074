package dev.tradewind.metrics.briefing;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reasons why a nation's figure or rate is not known, as the API gives them, in Chinese. */
final class ChineseReasons {
  private static final Map<String, String> WHOLE =
      Map.of(
          "no exports in either window, so there is no rate of change",
          "两期均无出口",
          "no exports in the base window, so there is no rate of change",
          "上年同期没有出口",
          "hole",
          "数据缺失",
          "not-comparable",
          "两期覆盖范围不同");

  private static final String SIDE = " \\((?<side>current|base) window\\)";

  private static final List<Map.Entry<Pattern, String>> TEMPLATES =
      List.of(
          template("no data for (?<months>.+)" + SIDE, "{side}缺少{months}的数据"),
          template("not all regions are known in (?<months>.+)" + SIDE, "{side}{months}并非所有省份都有数据"),
          template(
              "of (?<months>.+) only listed rows are known: cut at 10,000 rows" + SIDE,
              "{side}{months}的文件在10,000行处被截断，只有列出的行可知"),
          template(
              "products? (?<codes>.+) (?:is|are) not covered(?: for all regions)? in"
                  + " (?<months>.+)"
                  + SIDE,
              "{side}{months}未覆盖商品{codes}"));

  private ChineseReasons() {}

  /** The reason in Chinese; one that is not known here as it is. */
  static String of(String english) {
    for (Map.Entry<Pattern, String> template : TEMPLATES) {
      Matcher matcher = template.getKey().matcher(english);
      if (matcher.matches()) {
        String codes = template.getValue().contains("{codes}") ? codes(matcher) : "";
        return template
            .getValue()
            .replace("{side}", matcher.group("side").equals("base") ? "上年同期" : "本期")
            .replace("{months}", months(matcher.group("months")))
            .replace("{codes}", codes);
      }
    }
    return WHOLE.getOrDefault(english, english);
  }

  private static String months(String range) {
    return range.replace(" to ", "至").replace(", ", "、");
  }

  private static String codes(Matcher matcher) {
    return matcher
        .group("codes")
        .replaceFirst(" and ([0-9]+) more$", "等（另有$1种）")
        .replace(", ", "、");
  }

  private static Map.Entry<Pattern, String> template(String english, String chinese) {
    return Map.entry(Pattern.compile(english), chinese);
  }
}
