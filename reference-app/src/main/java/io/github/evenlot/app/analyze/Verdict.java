package io.github.evenlot.app.analyze;

/** What the data of a study say. */
enum Verdict {
  /** An arm is above the control. */
  WINNER("winner"),
  /** Every arm is below the control. */
  CONTROL_BEST("control best"),
  /** No arm is shown to be above the control. */
  NO_WINNER("no winner"),
  /** The arms have not the units they should have, so no number can be trusted. */
  BROKEN("broken"),
  /** There is nothing to test. */
  NOT_TESTABLE("not testable");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }

  /** For programs. */
  String id() {
    return words.replace(' ', '-');
  }
}
