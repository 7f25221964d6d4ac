package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LookHistoryDocumentTest {

  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final GroupSequentialDesign design = GroupSequentialDesign.withDefaults();

  @Test
  @DisplayName("a history read back goes on to the same boundaries, bit for bit")
  void roundTrip() throws JsonProcessingException {
    LookHistory history = design.history(1e-6, 0.1, 0.11, 0.4);
    LookHistory stored = LookHistory.ofDocument(design, throughJson(history));
    assertThat(stored.boundaries()).isEqualTo(history.boundaries());
    assertThat(stored.next(0.8).finalLook(0.9).boundaries())
        .isEqualTo(history.next(0.8).finalLook(0.9).boundaries());
    assertThat(stored.toDocument()).isEqualTo(history.toDocument());
  }

  @Test
  @DisplayName("also with open sides, futility bounds, and before the first look")
  void otherDesigns() throws JsonProcessingException {
    GroupSequentialDesign oneSided = design.withSides(Sides.ONE_SIDED);
    for (boolean binding : new boolean[] {true, false}) {
      Futility futility = new Futility(SpendingFunction.kimDeMets(2), 0.2, 2.6, binding);
      GroupSequentialDesign withFutility = oneSided.withFutility(futility);
      LookHistory history = withFutility.history(0.2, 0.5);
      assertThat(LookHistory.ofDocument(withFutility, throughJson(history)).next(0.7).boundaries())
          .isEqualTo(history.next(0.7).boundaries());
    }
    LookHistory none = LookHistory.ofDocument(oneSided, throughJson(oneSided.start()));
    assertThat(none.next(0.5).boundaries()).isEqualTo(oneSided.boundaries(0.5));
  }

  @Test
  @DisplayName("a document of version 1 stays readable")
  void versionOne() throws IOException {
    try (InputStream stored = getClass().getResourceAsStream("/fixtures/look-history-v1.json")) {
      LookHistory history = LookHistory.ofDocument(design, json.readValue(stored, DOCUMENT));
      assertThat(history.next(1).boundaries()).isEqualTo(design.boundaries(0.2, 0.5, 1));
    }
  }

  @Test
  @DisplayName("a spending function without a name is not stored, as another could be read back")
  void unnamed() {
    SpendingFunction mine = (alpha, t) -> alpha * t * t;
    LookHistory history = design.withSpending(mine).history(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(history::toDocument)
        .withMessage(
            "a spending function without a name can't be stored; SpendingFunction.named gives it"
                + " one");
    GroupSequentialDesign named = design.withSpending(SpendingFunction.named("mine", mine));
    Map<String, Object> stored = named.history(0.5).toDocument();
    assertThat(LookHistory.ofDocument(named, stored).boundaries()).isEqualTo(history.boundaries());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookHistory.ofDocument(design.withSpending(mine), stored))
        .withMessageContaining("without a name");
  }

  @Test
  @DisplayName("a history of another design is refused")
  void anotherDesign() {
    Map<String, Object> document = design.history(0.5).toDocument();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookHistory.ofDocument(design.withAlpha(0.01), document))
        .withMessage(
            "the history is of the design \"obrien-fleming, alpha 0.05, TWO_SIDED\", not"
                + " \"obrien-fleming, alpha 0.01, TWO_SIDED\"");
  }

  @Test
  @DisplayName("a document that is cut short is refused")
  void malformed() {
    Map<String, Object> document = design.history(0.5).toDocument();
    document.remove("process");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookHistory.ofDocument(design, document))
        .withMessage("history.process is missing");
  }

  private Map<String, Object> throughJson(LookHistory history) throws JsonProcessingException {
    return json.readValue(json.writeValueAsString(history.toDocument()), DOCUMENT);
  }
}
