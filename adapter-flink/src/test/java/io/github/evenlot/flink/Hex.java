package io.github.evenlot.flink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes of test resources that are kept as hexadecimal text. */
final class Hex {

  private Hex() {}

  static byte[] read(String resource) throws IOException {
    try (InputStream in = Hex.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
  }
}
