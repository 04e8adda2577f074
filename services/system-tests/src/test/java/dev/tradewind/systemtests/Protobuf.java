package dev.tradewind.systemtests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One message in protobuf's wire format, by field number. */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final Map<Integer, List<byte[]>> texts = new HashMap<>();
  private final Map<Integer, Long> numbers = new HashMap<>();

  Protobuf(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long tag = varint(in);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case VARINT -> numbers.put(field, varint(in));
        case FIXED64 -> numbers.put(field, in.getLong());
        case FIXED32 -> numbers.put(field, (long) in.getInt());
        case LENGTH -> {
          byte[] value = new byte[(int) varint(in)];
          in.get(value);
          texts.computeIfAbsent(field, any -> new ArrayList<>()).add(value);
        }
        default -> throw new IllegalArgumentException("no wire type: " + (tag & 7));
      }
    }
  }

  /** The messages in a repeated field. */
  List<Protobuf> messages(int field) {
    return texts.getOrDefault(field, List.of()).stream().map(Protobuf::new).toList();
  }

  /** The last value of a field; empty if there is none. */
  byte[] bytes(int field) {
    List<byte[]> values = texts.getOrDefault(field, List.of());
    return values.isEmpty() ? new byte[0] : values.get(values.size() - 1);
  }

  /** The value of a field; 0 if there is none. */
  long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("no varint");
  }
}
