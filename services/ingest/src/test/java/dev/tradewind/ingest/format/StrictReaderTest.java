package dev.tradewind.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictReaderTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030"})
  void tellsTheEncodingByTheBytes(Charset charset) throws IOException {
    String text = "a,b\n" + "广东省,美国,𠮷\n".repeat(30_000);

    StrictReader reader = new StrictReader(new ByteArrayInputStream(text.getBytes(charset)));

    assertThat(text(reader)).isEqualTo(text);
    assertThat(reader.encoding()).isEqualTo(charset.name());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void dropsAByteOrderMark(Charset charset) throws IOException {
    StrictReader reader = new StrictReader(new ByteArrayInputStream("\ufeff广东".getBytes(charset)));

    assertThat(text(reader)).isEqualTo("广东");
    assertThat(reader.encoding()).isEqualTo(charset.name());
  }

  @Test
  void decidesOnlyWhereTheTextStopsBeingAscii() throws IOException {
    String text = "x".repeat(200_000) + "广东";

    assertThat(text(new StrictReader(new ByteArrayInputStream(text.getBytes(GB18030)))))
        .isEqualTo(text);
  }

  @Property(tries = 50)
  void readsAlikeWhereverABufferEnds(@ForAll @IntRange(min = 65_500, max = 65_570) int ascii)
      throws IOException {
    String text = "x".repeat(ascii) + "广东𠮷".repeat(10);

    assertThat(text(new StrictReader(new ByteArrayInputStream(text.getBytes(GB18030)))))
        .isEqualTo(text);
    assertThat(
            text(new StrictReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
        .isEqualTo(text);
  }

  @Test
  void readsOneCharacterAtATime() throws IOException {
    StrictReader reader = new StrictReader(new ByteArrayInputStream("a𠮷b".getBytes(GB18030)));
    StringBuilder text = new StringBuilder();

    for (int c = reader.read(); c >= 0; c = reader.read()) {
      text.append((char) c);
    }

    assertThat(text.toString()).isEqualTo("a𠮷b");
  }

  @Test
  void failsAtAByteThatIsNoTextAfterDeliveringWhatCameBefore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("广东\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("y".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    bytes.write("浙江".getBytes(GB18030));
    StrictReader reader = new StrictReader(new ByteArrayInputStream(bytes.toByteArray()));
    char[] buffer = new char[200_000];
    int count = 0;

    while (count < 100_003) {
      count += reader.read(buffer, count, buffer.length - count);
    }

    assertThatThrownBy(reader::read)
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("UTF-8");
  }

  private static String text(StrictReader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }
}
