package io.github.evenlot.laws;

import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The kinds of ids that people randomise on; neighbours differ as little as they do in life. */
enum Units {
  COUNTER(Integer::toString),
  FROM_A_TRILLION(i -> Long.toString(1_000_000_000_000L + i)),
  PADDED(i -> padded(Integer.toString(i), 16)),
  EMAIL(i -> "user" + i + "@example.com"),
  HEXADECIMAL(i -> padded(Integer.toHexString(i), 32)),
  UUID_V4(i -> new UUID(random(2L * i) & ~0xF000L | 0x4000L, random(2L * i + 1)).toString()),
  TIME_UUID(i -> Integer.toHexString(0x5A000000 + i) + "-1dd2-11b2-8080-808080808080"),
  GRAY_CODE(i -> grayCode(i ^ i >>> 1));

  private final IntFunction<String> id;

  Units(IntFunction<String> id) {
    this.id = id;
  }

  String id(int i) {
    return id.apply(i);
  }

  /** The first {@code n} of them. */
  String[] ids(int n) {
    return IntStream.range(0, n).mapToObj(id).toArray(String[]::new);
  }

  private static String padded(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }

  /** Eight letters of 16; from one id to the next one bit of one letter changes. */
  private static String grayCode(int bits) {
    char[] letters = new char[8];
    for (int k = 0; k < 8; k++) {
      letters[k] = (char) ('a' + (bits >>> 4 * k & 15));
    }
    return new String(letters);
  }

  /** A multiplicative congruential generator (L'Ecuyer 1999, table 4): unlike what is tested. */
  private static long random(long i) {
    long state = i * 2 + 1;
    for (int step = 0; step < 8; step++) {
      state = Long.rotateLeft(state * 3935559000370003845L + 2691343689449507681L, 29);
    }
    return state;
  }
}
