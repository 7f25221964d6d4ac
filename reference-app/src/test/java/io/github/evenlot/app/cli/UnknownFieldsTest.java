package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A field that nobody reads is refused, and not left out of the answer")
class UnknownFieldsTest {

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "srm|{'id': 1, 'counts': [5, 5], 'weight': [1, 1], 'weights': [1, 1]}|question: field"
            + " \"weight\" is none of",
        "adjust|{'method': 'holm', 'p_values': [0.1], 'alpha': 0.1}|question: field \"alpha\" is"
            + " none of",
        "match|{'condition': {}, 'attributes': {}, 'savedGroups': {}}|question: field"
            + " \"savedGroups\" is none of",
        "reallocate|{'ranges': [[0, 9, 'a']], 'weights': {'a': 5}, 'buckets': 100, 'bucket':"
            + " 9}|question: field \"bucket\" is none of",
        "bucket|{'bucketing': 'md5-100', 'salt': 's', 'unit': 'a', 'sald': 's'}|question: field"
            + " \"sald\" is none of",
        "boundaries|{'spending': 'pocock', 'alpha': 0.05, 'sides': 2, 'information': [1], 'rho':"
            + " 2}|question: field \"rho\" is none of",
        "monitor|{'spending': 'pocock', 'alpha': 0.05, 'sides': 2, 'looks': [{'information': 1,"
            + " 'z': 2}], 'plannedLooks': 2}|question: field \"plannedLooks\" is none of",
        "monitor|{'spending': 'pocock', 'alpha': 0.05, 'sides': 2, 'looks': [{'information': 1,"
            + " 'z': 2, 'day': 2}]}|question.looks[0]: field \"day\" is none of",
        "power|{'kind': 'proportion', 'baseline': 0.1, 'effect': 0.02, 'power': 0.8, 'alfa':"
            + " 0.01}|question: field \"alfa\" is none of",
        "power|{'kind': 'mean', 'baseline': 1, 'standard_deviation': 2, 'effect': 0.02, 'power':"
            + " 0.8}|question: field \"baseline\" is none of",
        "test|{'method': 'welch', 'arms': [{'n': 9, 'sum': 4, 'covariate_sums': 3}, {'n': 9, 'sum':"
            + " 5}]}|question.arms[0]: field \"covariate_sums\" is none of",
        "test|{'method': 'cuped', 'arms': [{'n': 9, 'sum': 4, 'covariate_cross_sum': 3}, {'n': 9,"
            + " 'sum': 5}]}|question.arms[0].covariate_sum is missing",
        "test|{'method': 'welch', 'arms': [{'n': 9, 'sum': 4}, {'n': 9, 'sum': 5}], 'confidenc':"
            + " 0.9}|confidenc"
      })
  void isRefused(String command, String question, String why) {
    assertThat(Answers.error(command, question)).contains(why);
  }
}
