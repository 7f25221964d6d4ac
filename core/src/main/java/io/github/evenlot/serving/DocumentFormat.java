package io.github.evenlot.serving;

import java.util.Map;

/**
 * From documents of plain maps and lists to bytes and back; JSON, as a rule, by the library that
 * the service has. Decimals must keep all their digits.
 */
public interface DocumentFormat {

  byte[] write(Map<String, ?> document);

  /**
   * @throws IllegalArgumentException if the bytes are no document
   */
  Map<String, ?> read(byte[] bytes);
}
