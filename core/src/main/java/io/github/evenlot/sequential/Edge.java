package io.github.evenlot.sequential;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An end of the continuation region of a look.
 *
 * @param time the information time of the look
 * @param value the score there
 */
record Edge(double time, double value) {

  /**
   * @throws IllegalArgumentException if there are more times than values or fewer
   */
  static List<Edge> all(List<Double> times, List<Double> values) {
    if (times.size() != values.size()) {
      throw new IllegalArgumentException(
          "%d times for %d edges".formatted(times.size(), values.size()));
    }
    return IntStream.range(0, times.size())
        .mapToObj(i -> new Edge(times.get(i), values.get(i)))
        .toList();
  }

  /**
   * The step that this edge leaves in the probability of having come past its look given the score
   * x at time {@code later}: a Brownian bridge from the origin to (later, x) has at {@code time}
   * the mean x·time/later and the variance time·(later − time)/later.
   */
  Layer layer(double later) {
    double ratio = later / time;
    return new Layer(value * ratio, Math.sqrt((later - time) * ratio));
  }

  boolean isMirrorOf(Edge other) {
    return time == other.time && value == -other.value;
  }
}
