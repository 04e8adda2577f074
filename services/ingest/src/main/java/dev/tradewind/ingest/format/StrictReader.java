package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text in the encoding that its bytes show: by a byte order mark, or decided at the first byte that
 * is not ASCII, between UTF-8 and GB18030. Never replaces what it cannot decode: everything before
 * a bad byte is delivered, then reading fails.
 */
public final class StrictReader extends Reader {
  /** About one in six characters of GB18030 looks like one of UTF-8; eight in a row do not. */
  private static final int NO_CHANCE = 8;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(Head.SIZE).flip();
  private @Nullable CharsetDecoder decoder;
  private boolean started;
  private boolean ended;
  private char last;
  private char lastOfLine;
  private @Nullable Character pending;

  /** Reads these bytes. */
  public StrictReader(InputStream in) {
    this.in = in;
  }

  /** The encoding: {@code UTF-8} as long as all is ASCII. */
  public String encoding() {
    return (decoder == null ? StandardCharsets.UTF_8 : decoder.charset()).name();
  }

  /** The last character that was read, or NUL. */
  char last() {
    return last;
  }

  /** The last character that was read and ends no line, or NUL. */
  char lastOfLine() {
    return lastOfLine;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      return length == 0 ? 0 : readOne(target, offset);
    }
    if (pending != null) {
      target[offset] = pending;
      pending = null;
      return 1;
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (chars.position() == offset) {
      if (!bytes.hasRemaining() || (started && needsMore())) {
        fill();
      }
      if (!started) {
        started = true;
        skipByteOrderMark();
      }
      if (!bytes.hasRemaining() && ended) {
        return -1;
      }
      decode(chars);
    }
    last = target[chars.position() - 1];
    for (int i = chars.position() - 1; i >= offset; i--) {
      if (target[i] != '\n' && target[i] != '\r') {
        lastOfLine = target[i];
        break;
      }
    }
    return chars.position() - offset;
  }

  /** A character may need room for two, so the second half waits for the next call. */
  private int readOne(char[] target, int offset) throws IOException {
    char[] pair = new char[2];
    int count = read(pair, 0, 2);
    if (count > 0) {
      target[offset] = pair[0];
      pending = count == 2 ? (Character) pair[1] : null;
    }
    return Math.min(count, 1);
  }

  /** A few bytes left over may be the first part of a character. */
  private boolean needsMore() {
    return !ended && bytes.remaining() < 8;
  }

  private void decode(CharBuffer chars) throws IOException {
    if (decoder == null && !copyAscii(chars)) {
      fill();
      decoder = decoder(guess());
    }
    CharsetDecoder charset = decoder;
    if (charset == null || !bytes.hasRemaining() || !chars.hasRemaining()) {
      return;
    }
    int before = chars.position();
    if (charset.charset().equals(Gb18030.CHARSET)) {
      Gb18030.decode(bytes, chars);
    }
    CoderResult result = charset.decode(bytes, chars, ended);
    boolean bad = result.isError() || (result.isUnderflow() && ended && bytes.hasRemaining());
    if (bad && chars.position() == before) {
      throw new UnreadableException(
          ProblemCode.ENCODING,
          "the bytes are not text in %s, which the file seemed to be".formatted(encoding()));
    }
    if (result.isUnderflow() && !ended) {
      fill();
    }
  }

  /** Returns whether the encoding is still open: all bytes so far are ASCII. */
  private boolean copyAscii(CharBuffer chars) {
    while (bytes.hasRemaining() && chars.hasRemaining()) {
      byte next = bytes.get(bytes.position());
      if (next < 0) {
        return false;
      }
      chars.put((char) bytes.get());
    }
    return true;
  }

  /** UTF-8 if so much of it is that it cannot be chance, even if it breaks off later. */
  private Charset guess() {
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    boolean whole =
        !decoder(StandardCharsets.UTF_8).decode(bytes.duplicate(), chars, false).isError();
    chars.flip();
    if (whole) {
      return chanceUtf8(chars) && isGb18030() ? Gb18030.CHARSET : StandardCharsets.UTF_8;
    }
    return chars.chars().filter(c -> c > 0x7f).limit(NO_CHANCE).count() == NO_CHANCE
        ? StandardCharsets.UTF_8
        : Gb18030.CHARSET;
  }

  /**
   * A single Chinese character of GB18030 may look like a letter of UTF-8 beyond Western Europe, of
   * which there are none in names; Chinese in UTF-8 never does.
   */
  private static boolean chanceUtf8(CharBuffer chars) {
    return chars.chars().noneMatch(c -> c > 0x7ff) && chars.chars().anyMatch(c -> c > 0xff);
  }

  private boolean isGb18030() {
    CharBuffer scratch = CharBuffer.allocate(bytes.remaining());
    return !decoder(Gb18030.CHARSET).decode(bytes.duplicate(), scratch, false).isError();
  }

  private void skipByteOrderMark() {
    if (startsWith(0xef, 0xbb, 0xbf)) {
      bytes.position(bytes.position() + 3);
      decoder = decoder(StandardCharsets.UTF_8);
    } else if (startsWith(0xff, 0xfe)) {
      bytes.position(bytes.position() + 2);
      decoder = decoder(StandardCharsets.UTF_16LE);
    } else if (startsWith(0xfe, 0xff)) {
      bytes.position(bytes.position() + 2);
      decoder = decoder(StandardCharsets.UTF_16BE);
    } else {
      guessUtf16();
    }
  }

  /**
   * Without a mark UTF-16 shows by the zeros of its ASCII, all on one side; no other text has any.
   */
  private void guessUtf16() {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.remaining(); i++) {
      if (bytes.get(bytes.position() + i) == 0) {
        zeros[i & 1]++;
      }
    }
    int enough = Math.max(1, bytes.remaining() / 10);
    if (zeros[1] >= enough && zeros[0] <= zeros[1] / 8) {
      decoder = decoder(StandardCharsets.UTF_16LE);
    } else if (zeros[0] >= enough && zeros[1] <= zeros[0] / 8) {
      decoder = decoder(StandardCharsets.UTF_16BE);
    }
  }

  private boolean startsWith(int... mark) {
    if (bytes.remaining() < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes.get(bytes.position() + i) & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private void fill() throws IOException {
    if (ended) {
      return;
    }
    bytes.compact();
    int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < bytes.remaining();
    bytes.position(bytes.position() + read);
    bytes.flip();
  }

  /** Does nothing: the bytes belong to whoever opened them, and may be wanted to their end. */
  @Override
  public void close() {
    // See above.
  }
}
