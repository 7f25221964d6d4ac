package io.github.evenlot.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import java.util.Map;
import org.jooq.JSONB;

/** Experiments as JSON. Decimals stay decimals, all their digits included. */
final class ExperimentJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private ExperimentJson() {}

  /**
   * @throws IllegalArgumentException if a variant's config has a value that JSON does not have
   */
  static JSONB write(Experiment experiment) {
    try {
      return JSONB.valueOf(MAPPER.writeValueAsString(ExperimentDocuments.toDocument(experiment)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "experiment \"%s\" can't be written as JSON: %s"
              .formatted(experiment.key(), e.getOriginalMessage()),
          e);
    }
  }

  /**
   * @throws DatabaseException if the document is not that of an experiment
   */
  static Experiment read(String key, JSONB document) {
    try {
      return ExperimentDocuments.experiment(MAPPER.readValue(document.data(), DOCUMENT));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new DatabaseException(
          "the document of experiment \"%s\" can't be read: %s".formatted(key, e.getMessage()), e);
    }
  }
}
