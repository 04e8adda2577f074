package dev.tradewind.embedded.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlackMessageRulesTest {
  private static final String DIVIDER = "{'type':'divider'}";

  @Test
  void acceptsAMessageOfEveryKindOfBlockAtItsLimits() throws JsonProcessingException {
    String message =
        blocks(
            "{'type':'header','text':{'type':'plain_text','text':'" + letters(150) + "'}}",
            section("'text':" + mrkdwn(3_000)),
            section("'fields':[" + repeat(mrkdwn(2_000), 10) + "]"),
            "{'type':'context','elements':[" + repeat(mrkdwn(10), 10) + "]}",
            actions("{'type':'button','url':'https://a','text':" + plain(75) + "}"),
            DIVIDER,
            "{'type':'image','image_url':'https://a','alt_text':'a'}");
    assertThat(judge(message)).isEqualTo(SlackVerdict.OK);
  }

  @Test
  void acceptsPlainText() throws JsonProcessingException {
    assertThat(judge("{'text':'hello'}")).isEqualTo(SlackVerdict.OK);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faulty")
  void refuses(String what, String message, String answer, String problem)
      throws JsonProcessingException {
    // When
    SlackVerdict verdict = judge(message);

    // Then
    assertThat(verdict.status()).isEqualTo(400);
    assertThat(verdict.answer()).isEqualTo(answer);
    assertThat(verdict.problems()).singleElement().asString().contains(problem);
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        fault("an array", "[]", "invalid_payload", "not a JSON object"),
        fault("nothing to say", "{}", "no_text", "neither"),
        fault("empty text", "{'text':''}", "no_text", "neither"),
        fault("no blocks and no text", "{'blocks':[]}", "no_text", "neither"),
        fault("text that is a number", "{'text':7}", "invalid_payload", "not a string"),
        fault("a long text", "{'text':'" + letters(40_001) + "'}", "msg_too_long", "40000"),
        bad("51 blocks", blocks(repeat(DIVIDER, 51)), "51 elements"),
        bad("an unknown block", blocks("{'type':'banner'}"), "unknown type"),
        bad("a property Slack has not", blocks("{'type':'divider','x':1}"), "property x"),
        bad(
            "a repeated block_id",
            blocks("{'type':'divider','block_id':'a'}", "{'type':'divider','block_id':'a'}"),
            "used twice"),
        bad(
            "a long block_id",
            blocks("{'type':'divider','block_id':'" + letters(256) + "'}"),
            "256 characters"),
        bad("an empty section", blocks("{'type':'section'}"), "needs text or fields"),
        bad("a long section", blocks(section("'text':" + mrkdwn(3_001))), "3001 characters"),
        bad("an empty text object", blocks(section("'text':" + mrkdwn(0))), "text is missing"),
        bad("a bare string for a text", blocks(section("'text':'a'")), "neither a mrkdwn"),
        bad(
            "emoji in mrkdwn",
            blocks(section("'text':{'type':'mrkdwn','text':'a','emoji':true}")),
            "property emoji"),
        bad(
            "eleven fields",
            blocks(section("'fields':[" + repeat(mrkdwn(1), 11) + "]")),
            "11 elements"),
        bad("a long field", blocks(section("'fields':[" + mrkdwn(2_001) + "]")), "2001"),
        bad(
            "a long header",
            blocks("{'type':'header','text':" + plain(151) + "}"),
            "151 characters"),
        bad(
            "a header with markup",
            blocks("{'type':'header','text':" + mrkdwn(5) + "}"),
            "not a plain_text"),
        bad(
            "eleven context elements",
            blocks("{'type':'context','elements':[" + repeat(mrkdwn(1), 11) + "]}"),
            "11 elements"),
        bad("no context elements", blocks("{'type':'context','elements':[]}"), "at least one"),
        bad(
            "a long button",
            blocks(actions("{'type':'button','text':" + plain(76) + "}")),
            "76 characters"),
        bad(
            "a button that runs a script",
            blocks(actions("{'type':'button','url':'javascript:a','text':" + plain(1) + "}")),
            "not a web address"),
        bad("an unknown element", blocks(actions("{'type':'lever'}")), "unknown element type"));
  }

  private static Arguments bad(String what, String message, String problem) {
    return fault(what, message, "invalid_blocks", problem);
  }

  private static Arguments fault(String what, String message, String answer, String problem) {
    return Arguments.of(what, message, answer, problem);
  }

  private static SlackVerdict judge(String message) throws JsonProcessingException {
    return SlackMessageRules.judge(SlackMessageRules.parse(message.replace('\'', '"')));
  }

  private static String blocks(String... blocks) {
    return "{'blocks':[" + String.join(",", blocks) + "]}";
  }

  private static String section(String content) {
    return "{'type':'section'," + content + "}";
  }

  private static String actions(String element) {
    return "{'type':'actions','elements':[" + element + "]}";
  }

  private static String mrkdwn(int length) {
    return "{'type':'mrkdwn','text':'" + letters(length) + "'}";
  }

  private static String plain(int length) {
    return "{'type':'plain_text','text':'" + letters(length) + "'}";
  }

  private static String letters(int count) {
    return "a".repeat(count);
  }

  private static String repeat(String element, int times) {
    return String.join(",", Collections.nCopies(times, element));
  }
}
