package io.github.evenlot.inference;

import java.util.Objects;

/**
 * The data allow no test.
 *
 * @param reason why, as a clause that names the arm, the value and the bound
 */
public record NotTestable(String reason) implements TestResult {

  public NotTestable {
    Objects.requireNonNull(reason, "reason");
  }
}
