package io.github.evenlot.experiment;

import io.github.evenlot.internal.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Snapshots as plain maps and lists, for an adapter to turn into bytes: {@code {"v": 1,
 * "experiments": […]}}, each as {@link ExperimentDocuments} has it.
 */
public final class ExperimentsDocuments {

  private static final int VERSION = 1;

  private ExperimentsDocuments() {}

  /** The document of a snapshot, its experiments in their order. */
  public static Map<String, Object> toDocument(Experiments experiments) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("v", VERSION);
    document.put(
        "experiments", experiments.all().stream().map(ExperimentDocuments::toDocument).toList());
    return document;
  }

  /**
   * @throws IllegalArgumentException if the document or one of its experiments is malformed, or the
   *     experiments can't be together
   */
  public static Experiments experiments(Map<String, ?> map) {
    Document document = Document.of("snapshot", map).version(VERSION);
    List<Experiment> experiments =
        document.children("experiments").stream()
            .map(child -> ExperimentDocuments.experiment(child.plain()))
            .toList();
    return Experiments.of(experiments);
  }
}
