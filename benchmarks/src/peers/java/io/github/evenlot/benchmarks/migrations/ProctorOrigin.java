package io.github.evenlot.benchmarks.migrations;

import com.indeed.proctor.common.Identifiers;
import com.indeed.proctor.common.Proctor;
import com.indeed.proctor.common.ProctorLoadResult;
import com.indeed.proctor.common.RuleEvaluator;
import com.indeed.proctor.common.model.Allocation;
import com.indeed.proctor.common.model.Audit;
import com.indeed.proctor.common.model.ConsumableTestDefinition;
import com.indeed.proctor.common.model.Range;
import com.indeed.proctor.common.model.TestBucket;
import com.indeed.proctor.common.model.TestMatrixArtifact;
import com.indeed.proctor.common.model.TestType;
import io.github.evenlot.experiment.Experiment;
import java.util.List;
import java.util.Map;

/** A test with a rule, a salt that others may share, and the inactive bucket in the middle. */
final class ProctorOrigin implements Origin {

  private static final String TEST = "button";
  private static final int INACTIVE = -1;

  private final Proctor proctor =
      Proctor.construct(
          matrix(),
          ProctorLoadResult.emptyResult(),
          RuleEvaluator.defaultFunctionMapperBuilder().build());

  private static TestMatrixArtifact matrix() {
    Audit audit = new Audit();
    audit.setVersion("1");
    TestMatrixArtifact matrix = new TestMatrixArtifact();
    matrix.setAudit(audit);
    matrix.setTests(Map.of(TEST, test()));
    return matrix;
  }

  private static ConsumableTestDefinition test() {
    return new ConsumableTestDefinition(
        "1",
        "${country == 'GB'}",
        TestType.USER,
        "&shop",
        List.of(
            new TestBucket(NONE, INACTIVE, ""),
            new TestBucket("0", 0, ""),
            new TestBucket("1", 1, "")),
        List.of(
            new Allocation(
                null, List.of(new Range(0, 0.1), new Range(INACTIVE, 0.8), new Range(1, 0.1)))),
        Map.of(),
        "");
  }

  @Override
  public String name() {
    return "Proctor 1.1.61";
  }

  @Override
  public Experiment experiment() {
    return Pages.experiment("proctor");
  }

  @Override
  public Map<String, String> attributes() {
    return Map.of("country", "GB");
  }

  @Override
  public String variant(String unit) {
    Map<String, Object> context = Map.copyOf(attributes());
    TestBucket bucket =
        proctor
            .determineTestGroups(Identifiers.of(TestType.USER, unit), context, Map.of())
            .getBuckets()
            .get(TEST);
    return bucket == null ? NONE : bucket.getName();
  }
}
