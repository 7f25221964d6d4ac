package io.github.evenlot.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DigestsTest {

  enum Digest {
    MD5("MD5", 4, Md5::digest),
    SHA_1("SHA-1", 5, Sha1::digest),
    SHA_256("SHA-256", 8, Sha256::digest);

    private final String name;
    private final int words;
    private final Consumer<Message> digest;

    Digest(String name, int words, Consumer<Message> digest) {
      this.name = name;
      this.words = words;
      this.digest = digest;
    }

    byte[] of(Message message) {
      digest.accept(message);
      ByteBuffer bytes = ByteBuffer.allocate(4 * words);
      for (int i = 0; i < words; i++) {
        bytes.putInt(message.word(i));
      }
      return bytes.array();
    }
  }

  @ParameterizedTest
  @DisplayName("The published examples come out.")
  // RFC 1321, A.5; its 80 digits are eight times ten. FIPS 180-2, A.1 and B.1.
  @CsvSource({
    "MD5, '', 1, d41d8cd98f00b204e9800998ecf8427e",
    "MD5, a, 1, 0cc175b9c0f1b6a831c399e269772661",
    "MD5, abc, 1, 900150983cd24fb0d6963f7d28e17f72",
    "MD5, message digest, 1, f96b697d7cb7938d525a2f31aaf161d0",
    "MD5, abcdefghijklmnopqrstuvwxyz, 1, c3fcd3d76192e4007dfb496cca67e13b",
    "MD5, 1234567890, 8, 57edf4a22be3c955ac49da2e2107b67a",
    "SHA_1, abc, 1, a9993e364706816aba3e25717850c26c9cd0d89d",
    "SHA_256, abc, 1, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  })
  void published(Digest digest, String text, int times, String expected) {
    Message message = new Message().append(text.repeat(times).getBytes(US_ASCII));
    assertThat(HexFormat.of().formatHex(digest.of(message))).isEqualTo(expected);
  }

  @ParameterizedTest
  @DisplayName("The JDK's own digest is the same at every length to 300 and at some beyond.")
  @EnumSource
  void theJdk(Digest digest) throws Exception {
    MessageDigest jdk = MessageDigest.getInstance(digest.name);
    Message message = new Message();
    SplittableRandom random = new SplittableRandom(2);
    for (int length = 0; length < 310; length++) {
      byte[] input = new byte[length < 300 ? length : length * 401];
      random.nextBytes(input);
      int half = input.length / 2;
      message.clear().append(input, half).append(Arrays.copyOfRange(input, half, input.length));
      assertThat(digest.of(message)).as("%d bytes", length).isEqualTo(jdk.digest(input));
    }
  }
}
