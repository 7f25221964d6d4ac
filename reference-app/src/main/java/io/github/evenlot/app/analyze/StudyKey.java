package io.github.evenlot.app.analyze;

/**
 * What the lines of a study have in common.
 *
 * @param experiment its id
 * @param treatment the arm beside the control; empty where all arms are together
 * @param metric empty where the file has but one
 */
record StudyKey(String experiment, String treatment, String metric) {

  /** With all arms together. */
  static StudyKey of(String experiment, String metric) {
    return new StudyKey(experiment, "", metric);
  }
}
