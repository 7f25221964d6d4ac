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

  /** Tests one treatment against the control. */
  default TestResult test(Moments control, Moments treatment) {
    return test(List.of(control, treatment));
  }
}
