package dev.tradewind.alerts.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Whether an address is on the public internet, after the IANA registries of special-purpose
 * addresses (RFC 6890).
 */
final class PublicAddress {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(int[] prefix, int bits) {
    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 1 << (7 - bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Block[] NOT_PUBLIC_4 = {
    block(8, 0, 0, 0, 0),
    block(8, 10, 0, 0, 0),
    block(10, 100, 64, 0, 0),
    block(8, 127, 0, 0, 0),
    block(16, 169, 254, 0, 0),
    block(12, 172, 16, 0, 0),
    block(24, 192, 0, 0, 0),
    block(24, 192, 0, 2, 0),
    block(24, 192, 88, 99, 0),
    block(16, 192, 168, 0, 0),
    block(15, 198, 18, 0, 0),
    block(24, 198, 51, 100, 0),
    block(24, 203, 0, 113, 0),
    block(4, 224, 0, 0, 0),
    block(4, 240, 0, 0, 0)
  };

  private static final Block GLOBAL_6 = block6(3, 0x20, 0x00);
  private static final Block MAPPED_6 =
      block6(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0);
  private static final Block TRANSLATED_6 = block6(96, 0x00, 0x64, 0xff, 0x9b);
  private static final Block[] NOT_PUBLIC_6 = {
    // Protocol assignments with Teredo, documentation, 6to4.
    block6(23, 0x20, 0x01),
    block6(32, 0x20, 0x01, 0x0d, 0xb8),
    block6(20, 0x3f, 0xff),
    block6(16, 0x20, 0x02)
  };

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? is4(bytes) : is6(bytes);
  }

  private static boolean is4(byte[] bytes) {
    return Arrays.stream(NOT_PUBLIC_4).noneMatch(block -> block.contains(bytes));
  }

  private static boolean is6(byte[] bytes) {
    if (MAPPED_6.contains(bytes) || TRANSLATED_6.contains(bytes)) {
      return is4(Arrays.copyOfRange(bytes, 12, 16));
    }
    // Of the rest only 2000::/3 is given out; private, link-local and multicast are elsewhere.
    return GLOBAL_6.contains(bytes)
        && Arrays.stream(NOT_PUBLIC_6).noneMatch(block -> block.contains(bytes));
  }

  private static Block block(int bits, int... prefix) {
    return new Block(prefix, bits);
  }

  private static Block block6(int bits, int... prefix) {
    return new Block(Arrays.copyOf(prefix, 16), bits);
  }
}
