package io.github.evenlot.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/**
 * Documents of core as JSON in UTF-8. Numbers keep all their digits. A field given twice and
 * anything after the object are refused, for it would be a guess which one was meant.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private Json() {}

  /**
   * @param what the name of the document, for messages
   * @throws IllegalArgumentException if a text in it has no UTF-8 form
   */
  static byte[] write(String what, Map<String, ?> document) {
    requireUtf8(what, document);
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s has no JSON form: %s".formatted(what, e.getOriginalMessage()), e);
    }
  }

  /**
   * @param what the name of the document, for messages
   * @throws IllegalArgumentException if it is not one JSON object whose texts have a UTF-8 form
   */
  static Map<String, Object> read(String what, byte[] bytes) {
    if (parse(what, bytes) instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // The fields of a JSON object have texts as names.
      Map<String, Object> document = (Map<String, Object>) map;
      requireUtf8(what, document);
      return document;
    }
    throw new IllegalArgumentException(what + " is JSON, but not an object");
  }

  private static Object parse(String what, byte[] bytes) {
    try {
      return MAPPER.readValue(bytes, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s".formatted(what, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s is not JSON: %s".formatted(what, e), e);
    }
  }

  private static void requireUtf8(String what, Map<String, ?> document) {
    document.forEach(
        (field, value) -> {
          if (value instanceof String text) {
            Utf8.require(what + "." + field, text);
          }
        });
  }
}
