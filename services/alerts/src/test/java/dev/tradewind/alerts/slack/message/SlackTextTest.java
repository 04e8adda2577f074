package dev.tradewind.alerts.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SlackTextTest {
  @Test
  void dataCanNeitherMentionNorLinkNorFormat() {
    assertThat(SlackText.mrkdwn("<!channel> & <https://evil.example|click>"))
        .isEqualTo("&lt;!channel&gt; &amp; &lt;https:\u2060//evil.example|click&gt;");
    assertThat(SlackText.mrkdwn("@here *bold* _it_ ~no~ `code`"))
        .isEqualTo("@\u2060here ∗bold∗ ＿it＿ ∼no∼ ˋcodeˋ");
    assertThat(SlackText.mrkdwn("a\nb\r\tc\u202Ed")).isEqualTo("a b  c d");
  }

  @Test
  void plainTextStaysAsItIs() {
    assertThat(SlackText.mrkdwn("of 2 covered products")).isEqualTo("of 2 covered products");
    assertThat(SlackText.mrkdwn("陕西 Shaanxi (HS 84–91, strict)"))
        .isEqualTo("陕西 Shaanxi (HS 84–91, strict)");
  }

  @Property
  void anyTextIsHarmlessAndShort(@ForAll String data) {
    assertThat(SlackText.mrkdwn(data))
        .doesNotContain("<", ">", "*", "`", "_", "~", "\n", "\r", "://")
        .doesNotContainPattern("[@#:](?!\u2060)")
        .doesNotContainPattern("&(?!amp;|lt;|gt;)")
        .hasSizeLessThan(700);
  }
}
