package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 19: what is spent sums to at most α, and so does the type I error of whoever peeks. */
class Law19SpendingTest {

  @Provide
  Arbitrary<GroupSequentialDesign> designs() {
    return Arbitraries.of(
            SpendingFunction.obrienFleming(),
            SpendingFunction.pocock(),
            SpendingFunction.kimDeMets(1.5),
            SpendingFunction.hwangShihDeCani(-4))
        .flatMap(
            spending ->
                Arbitraries.of(Sides.values())
                    .flatMap(
                        sides ->
                            Arbitraries.of(0.001, 0.05, 0.2)
                                .map(alpha -> new GroupSequentialDesign(spending, alpha, sides))));
  }

  /** One to eight looks at any information, some of them after the planned end. */
  @Provide
  Arbitrary<double[]> looks() {
    return Arbitraries.integers()
        .between(1, 120)
        .set()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(percents -> percents.stream().mapToDouble(p -> p / 100.0).sorted().toArray());
  }

  @Property(seed = "1901", tries = 200)
  void alphaIsSpentNeverTakenBackNeverExceeded(
      @ForAll("designs") GroupSequentialDesign design, @ForAll("looks") double[] looks) {
    List<LookBoundary> boundaries = design.boundaries(looks);
    double before = 0;
    for (LookBoundary boundary : boundaries) {
      assertThat(boundary.alphaSpent()).isBetween(before, design.alpha() * (1 + 1e-12));
      assertThat(boundary.boundary()).isPositive();
      before = boundary.alphaSpent();
    }
    if (looks[looks.length - 1] >= 1) {
      assertThat(before).isCloseTo(design.alpha(), within(1e-12));
    }
  }

  /** The boundary of a look depends on the looks before it and on none after it. */
  @Property(seed = "1902", tries = 100)
  void laterLooksDoNotChangeEarlierBoundaries(
      @ForAll("designs") GroupSequentialDesign design, @ForAll("looks") double[] looks) {
    double[] fewer = Arrays.copyOf(looks, (looks.length + 1) / 2);
    assertThat(design.boundaries(looks))
        .startsWith(design.boundaries(fewer).toArray(LookBoundary[]::new));
  }

  /**
   * 200,000 Brownian paths without an effect, looked at as planned: the share that ever crosses is
   * what was spent, to five standard errors. It is a second way to the integrals.
   */
  @Property(seed = "1903", tries = 12)
  void peekingCostsNoMoreThanWasSpent(
      @ForAll("designs") GroupSequentialDesign design, @ForAll("looks") double[] looks) {
    List<LookBoundary> boundaries = design.boundaries(looks);
    double spent = boundaries.get(boundaries.size() - 1).alphaSpent();
    int paths = 200_000;
    Random random = new Random(1903);
    int crossed = 0;
    for (int path = 0; path < paths; path++) {
      crossed += crosses(boundaries, design.sides() == Sides.ONE_SIDED, random) ? 1 : 0;
    }
    double error = Math.sqrt(Math.max(spent, 1.0 / paths) / paths);
    assertThat((double) crossed / paths).isBetween(spent - 5 * error, spent + 5 * error);
  }

  private static boolean crosses(List<LookBoundary> boundaries, boolean oneSided, Random random) {
    double score = 0;
    double information = 0;
    boolean crossed = false;
    for (LookBoundary look : boundaries) {
      score += random.nextGaussian() * Math.sqrt(look.information() - information);
      information = look.information();
      double z = score / Math.sqrt(information);
      crossed |= (oneSided ? z : Math.abs(z)) >= look.boundary();
    }
    return crossed;
  }
}
