package io.github.evenlot.app.analyze;

/** What comes of the lines of a study. */
sealed interface Outcome permits Finding, Failure {

  /** The experiment that it is about; empty where its line does not tell. */
  String experiment();
}
