package dev.tradewind.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackTextTest {

  @Test
  void showsBlocksAsTheirReaderSeesThem() throws JsonProcessingException {
    String message =
        """
        {"text": "fallback", "blocks": [
          {"type": "header", "text": {"type": "plain_text", "text": "US exports :warning: fell"}},
          {"type": "section", "text": {"type": "mrkdwn", "text": "*Yunnan* −71.0 %\\nbelow _base_"},
           "fields": [{"type": "mrkdwn", "text": "<http://localhost/x|R&amp;D &lt;1>"}]},
          {"type": "divider"},
          {"type": "context", "elements": [
            {"type": "mrkdwn", "text": "modelled"}, {"type": "plain_text", "text": "2025-07"}]},
          {"type": "actions", "elements": [
            {"type": "button", "text": {"type": "plain_text", "text": "Open"}, "url": "http://a/"}]}
        ]}
        """;
    assertThat(lines(message))
        .containsExactly(
            "│ US exports ⚠ fell",
            "│ Yunnan −71.0 %",
            "│ below base",
            "│ R&D <1",
            "│ ────────────────────────────────────────",
            "│ modelled  2025-07",
            "│ [ Open ] http://a/");
  }

  @Test
  void showsPlainTextWhereThereAreNoBlocks() throws JsonProcessingException {
    assertThat(lines("{\"text\": \"hello *you*\"}")).containsExactly("│ hello you");
  }

  @Test
  void showsTheBlocksOfAttachments() throws JsonProcessingException {
    String message =
        """
        {"text": "fallback", "attachments": [{"color": "#f00", "blocks": [
          {"type": "section", "text": {"type": "mrkdwn", "text": "inside"}}]}]}
        """;
    assertThat(lines(message)).containsExactly("│ inside");
  }

  @Test
  void leavesMarksInsideWordsAlone() {
    assertThat(Mrkdwn.plain("snake_case_name 2*3*4 *bold*, ~gone~"))
        .isEqualTo("snake_case_name 2*3*4 bold, gone");
    assertThat(Mrkdwn.plain("<!here> <https://a/b>")).isEqualTo("@here https://a/b");
  }

  private static List<String> lines(String message) throws JsonProcessingException {
    return SlackText.lines(new JsonMapper().readTree(message));
  }
}
