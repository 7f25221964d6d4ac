package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReallocateCommandTest {

  @Test
  @DisplayName("The border is shifted, and moved is the minimum.")
  void shifts() {
    JsonNode answer =
        Answers.answer(
            "reallocate",
            "{'ranges': [[0, 50, 'a'], [50, 100, 'b']], 'weights': {'a': 40, 'b': 60}, 'buckets':"
                + " 100}");
    assertThat(answer.path("ranges")).hasToString("[[0,40,\"a\"],[40,100,\"b\"]]");
    assertThat(answer.path("moved").doubleValue()).isEqualTo(0.1);
    assertThat(answer.path("minimum").doubleValue()).isEqualTo(0.1);
    assertThat(answer.path("flipped").doubleValue()).isEqualTo(0.1);
    assertThat(answer.path("moves"))
        .hasToString("[{\"from\":\"a\",\"to\":\"b\",\"buckets\":10,\"share\":0.1}]");
  }

  @Test
  @DisplayName("Growth out of nobody flips nobody; weights may be text, as any decimal.")
  void grows() {
    JsonNode answer =
        Answers.answer(
            "reallocate", "{'ranges': [], 'weights': {'a': '0.01', 'b': 0}, 'buckets': 10000}");
    assertThat(answer.path("ranges")).hasToString("[[0,1,\"a\"]]");
    assertThat(answer.path("moved").doubleValue()).isEqualTo(0.0001);
    assertThat(answer.path("flipped").doubleValue()).isZero();
    assertThat(answer.path("moves").path(0).path("from").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'weights': {}, 'buckets': 100} | question.ranges is missing
          {'ranges': [], 'buckets': 100} | question.weights is missing
          {'ranges': [], 'weights': {}} | question.buckets is missing
          {'ranges': [], 'weights': {}, 'buckets': 0} | an allocation needs a bucket, not 0
          {'ranges': [[0, 101, 'a']], 'weights': {}, 'buckets': 100} | Range[from=0, to=101, variant=a] goes beyond the 100 buckets
          {'ranges': [], 'weights': {'a': 33.33}, 'buckets': 100} | weight 33.33 of variant "a" is not a whole number of the 100 buckets
          {'ranges': [], 'weights': {'a': 33.333}, 'buckets': 10000} | weight 33.333 of variant "a" has more than two decimals
          {'ranges': [], 'weights': {'a': -1}, 'buckets': 100} | weight -1 of variant "a" is below 0
          {'ranges': [], 'weights': {'a': 60, 'b': 60}, 'buckets': 100} | weights sum to 120 percent, above 100
          {'ranges': [], 'weights': {'': 60}, 'buckets': 100} | variant "" has 0 characters, not 1 to 200
          {'ranges': [], 'weights': {'a': true}, 'buckets': 100} | question.weights.a is true, not a number
          """)
  @DisplayName("Errors name the value, the bound and the reason.")
  void errors(String question, String message) {
    assertThat(Answers.error("reallocate", question)).isEqualTo(message);
  }
}
