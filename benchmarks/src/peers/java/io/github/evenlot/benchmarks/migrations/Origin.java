package io.github.evenlot.benchmarks.migrations;

import io.github.evenlot.experiment.Experiment;
import java.util.Map;

/** A product's own SDK, with the configuration that a page on migration translates. */
interface Origin {

  /** What {@link #variant} gives for a unit that is not in the experiment. */
  String NONE = "none";

  /** The product and the version of its SDK. */
  String name();

  /** What the page makes of the configuration. */
  Experiment experiment();

  /** What is known of every unit. */
  default Map<String, String> attributes() {
    return Map.of();
  }

  /** The id of the variant that the SDK gives, or {@link #NONE}. */
  String variant(String unit);
}
