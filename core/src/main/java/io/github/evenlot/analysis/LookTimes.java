package io.github.evenlot.analysis;

import io.github.evenlot.sequential.Look;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The information fractions of all looks up to now.
 *
 * @param information rising; the last is that of this look if one is taken, else of the look before
 * @param takesLook whether there is more information than at the last look
 */
record LookTimes(List<Double> information, boolean takesLook) {

  static LookTimes of(List<Look> past, double information) {
    List<Double> before = past.stream().map(Look::information).distinct().sorted().toList();
    boolean more = before.isEmpty() || information > before.get(before.size() - 1);
    return more ? new LookTimes(with(before, information), true) : new LookTimes(before, false);
  }

  private static List<Double> with(List<Double> before, double information) {
    return DoubleStream.concat(
            before.stream().mapToDouble(Double::doubleValue), DoubleStream.of(information))
        .boxed()
        .toList();
  }

  /** The number of the last look. */
  int number() {
    return information.size();
  }

  double[] toArray() {
    return information.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
