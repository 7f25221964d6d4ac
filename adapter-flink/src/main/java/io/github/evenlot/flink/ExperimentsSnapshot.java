package io.github.evenlot.flink;

import io.github.evenlot.experiment.ExperimentDocuments;
import io.github.evenlot.experiment.Experiments;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * The experiments as they are when the job is submitted. All its tasks see the same ones, and see
 * them again after a restart, which the exactness of the rows rests upon.
 */
public final class ExperimentsSnapshot implements SerializableSupplier<Experiments> {

  private static final long serialVersionUID = 1;

  private final List<Map<String, Object>> documents;

  private ExperimentsSnapshot(List<Map<String, Object>> documents) {
    this.documents = documents;
  }

  /** The bucketings must be those that {@code Bucketings.byId} finds. */
  public static ExperimentsSnapshot of(Experiments experiments) {
    return new ExperimentsSnapshot(
        experiments.all().stream().map(ExperimentDocuments::toDocument).toList());
  }

  @Override
  public Experiments get() {
    return Experiments.of(documents.stream().map(ExperimentDocuments::experiment).toList());
  }
}
