package dev.tradewind.ingest.store;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.MessageCodec;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coverage as it stands in a row: its boxes in the same JSON as in the message. */
public final class CoverageText {
  /** An object rather than a bare list, which a native executable could not read. */
  @RegisterForReflection
  record Boxes(List<CoverageBox> boxes) {}

  private CoverageText() {}

  /** The text of these boxes. */
  public static String write(List<CoverageBox> boxes) {
    return new String(MessageCodec.write(new Boxes(boxes)), StandardCharsets.UTF_8);
  }

  /** The boxes of that text; none if there is no text. */
  public static List<CoverageBox> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return MessageCodec.read(text.getBytes(StandardCharsets.UTF_8), Boxes.class).boxes();
    } catch (IOException e) {
      throw new IllegalStateException("the stored coverage cannot be read", e);
    }
  }
}
