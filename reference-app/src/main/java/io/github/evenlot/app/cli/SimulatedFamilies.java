package io.github.evenlot.app.cli;

import io.github.evenlot.simulation.DataFamily;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The families of data by their names, with what their parameters are unless given. */
final class SimulatedFamilies {

  private final Map<String, Double> given;
  private final Map<String, Double> known = new TreeMap<>();

  private SimulatedFamilies(Map<String, Double> given) {
    this.given = given;
  }

  /**
   * @throws IllegalArgumentException if there is no such family or parameter, or a parameter is out
   *     of range
   */
  static DataFamily byName(String name, Map<String, Double> given) {
    SimulatedFamilies parameters = new SimulatedFamilies(given);
    DataFamily family = parameters.family(name);
    parameters.refuseUnknown(name);
    return family;
  }

  private DataFamily family(String name) {
    return switch (name) {
      case "normal" -> DataFamily.normal(get("mean", 0), get("sd", 1));
      case "bernoulli" -> DataFamily.bernoulli(get("rate", 0.1));
      case "log-normal" -> DataFamily.logNormal(get("mu", 0), get("sigma", 1));
      case "zero-inflated" ->
          DataFamily.zeroInflated(get("rate", 0.1), get("mu", 0), get("sigma", 1));
      case "correlated" ->
          DataFamily.correlated(get("mean", 0), get("sd", 1), get("correlation", 0.5));
      case "ratio" -> DataFamily.ratio(get("ratio", 1), get("sd", 1), get("denominator", 3));
      default ->
          throw new IllegalArgumentException(
              ("no family \"%s\"; there are normal, bernoulli, log-normal, zero-inflated,"
                      + " correlated, ratio")
                  .formatted(name));
    };
  }

  private double get(String name, double otherwise) {
    known.put(name, otherwise);
    return given.getOrDefault(name, otherwise);
  }

  private void refuseUnknown(String family) {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            "family \"%s\" has no parameter \"%s\"; it has %s"
                .formatted(family, name, known.keySet()));
      }
    }
  }
}
