package io.github.evenlot.laws;

import io.github.evenlot.statistics.ExactMoments;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arms of an experiment as their units would make them: any sums that can really occur. */
final class Arms {

  /** One unit of an arm: metric, denominator and covariate, in whole units. */
  record Unit(int y, int x, int c) {

    ExactMoments moments() {
      return ExactMoments.ofUnit(y * 1_000_000L, x * 1_000_000L, c * 1_000_000L);
    }
  }

  private Arms() {}

  static Moments moments(List<Unit> units) {
    return Moments.of(
        units.stream().map(Unit::moments).reduce(ExactMoments.ZERO, ExactMoments::plus));
  }

  /** From none to forty units; outcomes hang together with what was before, as they do. */
  static Arbitrary<List<Unit>> any() {
    Arbitrary<Integer> before = Arbitraries.integers().between(-50, 50);
    Arbitrary<Integer> gain = Arbitraries.integers().between(-30, 80);
    Arbitrary<Integer> requests = Arbitraries.integers().between(0, 9);
    return Combinators.combine(before, gain, requests)
        .as((c, extra, x) -> new Unit(c + extra, x, c))
        .list()
        .ofMaxSize(40);
  }

  /** Converted of n, n from 0 to 5000. */
  static Arbitrary<Moments> conversions() {
    return Arbitraries.integers()
        .between(0, 5000)
        .flatMap(n -> Arbitraries.integers().between(0, n).map(k -> conversions(n, k)));
  }

  static Moments conversions(int n, int converted) {
    ExactMoments one = ExactMoments.ofUnit(1_000_000);
    ExactMoments none = ExactMoments.ofUnit(0);
    return Moments.of(times(one, converted).plus(times(none, n - converted)));
  }

  /** By doubling. */
  private static ExactMoments times(ExactMoments moments, int times) {
    if (times == 0) {
      return ExactMoments.ZERO;
    }
    ExactMoments half = times(moments.plus(moments), times / 2);
    return times % 2 == 0 ? half : half.plus(moments);
  }
}
