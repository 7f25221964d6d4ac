package io.github.evenlot.benchmarks;

import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Conditions that mean harm, each on the largest attribute that it still judges to the end. The
 * claim: none takes a millisecond.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HostileConditionBenchmark extends SteadyHeap {

  private static final int LARGEST = 1 << 18;
  private static final BigDecimal DECIMAL = new BigDecimal("1." + "9".repeat(30));

  /** What is asked of the attribute {@code a}, and what the attribute is. */
  public enum Hostile {
    ELEMENTS(Map.of("$elemMatch", Map.of("$eq", "x")), size -> Collections.nCopies(size, "y")),
    ALL(Map.of("$all", Collections.nCopies(1_000, "x")), size -> Collections.nCopies(size, "y")),
    NO_CASE(
        Map.of("$elemMatch", Map.of("$ini", List.of("x".repeat(100), "z"))),
        size -> Collections.nCopies(size, "x".repeat(99) + "y")),
    LINKED_LIST(
        Map.of("$elemMatch", Map.of("$eq", "x")),
        size -> new LinkedList<>(Collections.nCopies(size, "y"))),
    DECIMALS(Map.of("$elemMatch", Map.of("$lt", 1)), size -> Collections.nCopies(size, DECIMAL)),
    NUMBERS_AS_TEXT(
        Map.of("$elemMatch", Map.of("$lt", 1)), size -> Collections.nCopies(size, "9".repeat(60))),
    VERSIONS(Map.of("$vlt", "1." + "0.".repeat(1_000) + "1"), "1."::repeat),
    NESTED_REGEX(Map.of("$regex", "(a*)*b"), "a"::repeat),
    COUNTED_REGEX(Map.of("$regex", "(a?){20}a{20}b"), "a"::repeat),
    CASELESS_REGEX(Map.of("$regex", "(?i)(k|s|ſ)*!"), "ks"::repeat),
    UNICODE_REGEX(Map.of("$regex", "[\\pL]{0,90}Z"), "ж"::repeat);

    private final Condition condition;
    private final IntFunction<Object> attribute;

    Hostile(Map<String, ?> test, IntFunction<Object> attribute) {
      this.condition = Condition.parse(Map.of("a", test));
      this.attribute = attribute;
    }

    private boolean exhausts(int size) {
      return condition.steps(Attributes.of(Map.of("a", attribute.apply(size))))
          == Condition.MOST_STEPS;
    }

    /** The largest attribute that does not take all steps. */
    Attributes largest() {
      int fits = 0;
      for (int step = LARGEST; step > 0; step /= 2) {
        fits += exhausts(fits + step) ? 0 : step;
      }
      return Attributes.of(Map.of("a", attribute.apply(fits)));
    }
  }

  @Param private Hostile hostile;

  private Condition condition;
  private Attributes attributes;

  @Setup
  public void setUp() {
    condition = hostile.condition;
    attributes = hostile.largest();
  }

  @Benchmark
  public boolean matches() {
    return condition.matches(attributes);
  }
}
