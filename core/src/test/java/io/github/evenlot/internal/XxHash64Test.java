package io.github.evenlot.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.Fixtures;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash64Test {

  /** The buffer that xxHash's own sanity checks hash prefixes of (xxhsum.c). */
  private static byte[] sanityBuffer(int length) {
    byte[] buffer = new byte[length];
    long generator = 2654435761L;
    for (int i = 0; i < length; i++) {
      buffer[i] = (byte) (generator >>> 56);
      generator *= 0x9E3779B185EBCA8DL;
    }
    return buffer;
  }

  @ParameterizedTest
  @DisplayName("The sanity values that xxHash publishes come out.")
  @CsvSource({
    "0, 0, ef46db3751d8e999",
    "0, 2654435761, ac75fda2929b17ef",
    "1, 0, e934a84adb052768",
    "1, 2654435761, 5014607643a9b4c3",
    "14, 0, 8282dcc4994e35c8",
    "14, 2654435761, c3bd6bf63deb6df0",
    "222, 0, b641ae8cb691c174",
    "222, 2654435761, 20cb8ab7ae10c14a"
  })
  void published(int length, long seed, String hash) {
    assertThat(XxHash64.hash(sanityBuffer(length), seed))
        .isEqualTo(Long.parseUnsignedLong(hash, 16));
  }

  @Test
  @DisplayName("libxxhash gives the same for every length up to 130, some beyond, and five seeds.")
  void library() {
    byte[] buffer = sanityBuffer(65_537);
    Fixtures.text("vectors/xxh64/libxxhash-0.8.1.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            row ->
                assertThat(hash(buffer, row[0], row[1])).as("%s bytes", row[0]).isEqualTo(row[2]));
  }

  private static String hash(byte[] buffer, String length, String seed) {
    byte[] input = Arrays.copyOf(buffer, Integer.parseInt(length));
    return "%016x".formatted(XxHash64.hash(input, Long.parseUnsignedLong(seed, 16)));
  }

  @Test
  @DisplayName("The example of the specification comes out.")
  void abc() {
    assertThat(XxHash64.hash("abc".getBytes(US_ASCII), 0)).isEqualTo(0x44BC2CF5AD770999L);
  }
}
