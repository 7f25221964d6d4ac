package io.github.evenlot.app.analyze;

import java.io.PrintStream;
import java.util.List;

/** How outcomes are shown. */
interface Presentation {

  /** Shows them all. */
  void print(List<Outcome> outcomes, PrintStream out);
}
