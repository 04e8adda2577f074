package dev.tradewind.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Gb18030Test {
  private static final String START = "x,广东省美国浙江省日本\n";

  private static String read(byte[] bytes) throws IOException {
    StringWriter text = new StringWriter();
    new StrictReader(new ByteArrayInputStream(bytes)).transferTo(text);
    return text.toString();
  }

  @Test
  void readsEveryCharacterOfTheBasicPlaneAsTheJdkWritesIt() throws IOException {
    StringBuilder all = new StringBuilder(START);
    for (char c = 1; c < 0xfffe; c++) {
      if (!Character.isSurrogate(c)) {
        all.append(c);
      }
    }

    assertThat(read(all.toString().getBytes(Gb18030.CHARSET))).isEqualTo(all.toString());
  }

  @Property(tries = 300)
  void readsAnyBytesAsTheJdkDoesOrNotAtAll(@ForAll byte[] bytes) throws IOException {
    // Text with zeros is UTF-16, which shows by them, or no text.
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
    }
    byte[] start = START.getBytes(Gb18030.CHARSET);
    byte[] file = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, file, start.length, bytes.length);
    String expected = new String(file, Gb18030.CHARSET);

    String text;
    try {
      text = read(file);
    } catch (UnreadableException e) {
      assertThat(expected).contains("\ufffd");
      return;
    }
    assertThat(text).isEqualTo(expected);
  }
}
