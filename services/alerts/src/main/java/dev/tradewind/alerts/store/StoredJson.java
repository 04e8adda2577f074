package dev.tradewind.alerts.store;

import dev.tradewind.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Records kept as jsonb, in the form of the messages: exact decimals, ISO 8601 dates. */
public final class StoredJson {
  private StoredJson() {}

  /** For a {@code $n::text::jsonb} parameter. */
  public static @Nullable String write(@Nullable Object record) {
    return record == null ? null : new String(MessageCodec.write(record), StandardCharsets.UTF_8);
  }

  /** From a {@code column::text}. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MessageCodec.read(json.getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
    }
  }

  /** From a {@code column::text} that may be null. */
  public static <T> @Nullable T readNullable(@Nullable String json, Class<T> type) {
    return json == null ? null : read(json, type);
  }
}
