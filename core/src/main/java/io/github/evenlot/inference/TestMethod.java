package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;

/**
 * A statistical test: an immutable configuration and one pure function from the moments of the arms
 * to a result.
 *
 * <p>Degenerate data (too few units, no variance, nobody converted) give {@link NotTestable}, never
 * an exception and never NaN. Only a number of arms the method is not made for is a programming
 * error and thrown.
 */
public interface TestMethod {

  /** The stable name by which configurations and the command line know the method. */
  String id();

  /**
   * Tests the arms.
   *
   * @param arms the control first
   * @throws IllegalArgumentException if the method does not take this number of arms
   */
  TestResult test(List<Moments> arms);

  /**
   * Whether a small p-value means that the arms differ, as it does unless a method says otherwise.
   * Of a test of equivalence or of non-inferiority it means the contrary, so neither can decide
   * between arms.
   */
  default boolean testsDifference() {
    return true;
  }

  /** Tests one treatment against the control. */
  default TestResult test(Moments control, Moments treatment) {
    return test(List.of(control, treatment));
  }

  /**
   * Tests the arms within strata, so that what differs between strata is not taken for a difference
   * between arms: in an experiment whose shares changed, the epochs.
   *
   * <p>Unless a method knows better, the arms are compared after direct standardisation: each is
   * given the mean Σ wₛ ȳₛ and the squared error Σ wₛ² sₛ²/nₛ, with weights wₛ by the units of all
   * arms in stratum s; strata in which an arm has fewer than two units are left out. With one
   * stratum it is {@link #test(List)}. A method that reads more of the moments than means and their
   * errors, as those for counts, overrides this.
   *
   * @param strata at least one; of each the arms, the control first
   * @throws IllegalArgumentException if the method does not take this number of arms
   */
  default TestResult testWithin(List<List<Moments>> strata) {
    return Strata.test(this, strata);
  }
}
