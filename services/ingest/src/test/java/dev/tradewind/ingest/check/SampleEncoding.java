package dev.tradewind.ingest.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Every encoding that is read. */
enum SampleEncoding {
  UTF_8("UTF-8", false),
  UTF_8_MARKED("UTF-8", true),
  UTF_16LE("UTF-16LE", false),
  UTF_16LE_MARKED("UTF-16LE", true),
  UTF_16BE("UTF-16BE", false),
  UTF_16BE_MARKED("UTF-16BE", true),
  GB18030("GB18030", false);

  private final Charset charset;
  private final boolean marked;

  SampleEncoding(String charset, boolean marked) {
    this.charset = Charset.forName(charset);
    this.marked = marked;
  }

  byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (marked) {
      bytes.writeBytes("\ufeff".getBytes(charset));
    }
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }
}
