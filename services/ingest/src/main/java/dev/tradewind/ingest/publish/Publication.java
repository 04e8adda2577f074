package dev.tradewind.ingest.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a submission is in Kafka.
 *
 * @param topicId Kafka's id of the topic
 * @param endOffsets per partition that holds blocks: the offset after the last of them
 */
record Publication(String topicId, SortedMap<Integer, Long> endOffsets) {
  /** The end offsets as they are stored. */
  String endOffsetsText() {
    return new String(MessageCodec.write(endOffsets), StandardCharsets.UTF_8);
  }

  /** The end offsets that are stored so. */
  static SortedMap<Integer, Long> endOffsets(@Nullable String text) {
    SortedMap<Integer, Long> ends = new TreeMap<>();
    if (text == null) {
      return ends;
    }
    try {
      new ObjectMapper()
          .readTree(text)
          .properties()
          .forEach(end -> ends.put(Integer.valueOf(end.getKey()), end.getValue().asLong()));
    } catch (IOException e) {
      throw new IllegalStateException("the stored end offsets cannot be read", e);
    }
    return ends;
  }
}
