package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;
import static java.util.stream.Collectors.joining;

import com.indeed.proctor.common.Identifiers;
import com.indeed.proctor.common.Proctor;
import com.indeed.proctor.common.ProctorLoadResult;
import com.indeed.proctor.common.ProctorResult;
import com.indeed.proctor.common.RuleEvaluator;
import com.indeed.proctor.common.model.Allocation;
import com.indeed.proctor.common.model.Audit;
import com.indeed.proctor.common.model.ConsumableTestDefinition;
import com.indeed.proctor.common.model.Range;
import com.indeed.proctor.common.model.TestBucket;
import com.indeed.proctor.common.model.TestMatrixArtifact;
import com.indeed.proctor.common.model.TestType;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proctor on a test matrix; it answers about all tests at once. It has no mutex groups; tests that
 * share a salt, and take ranges that don't overlap, stand in.
 */
final class ProctorEngine implements Engine {

  private static final int INACTIVE = -1;

  private final List<Trial> trials;
  private final String[] attributes;
  private final Proctor proctor;

  ProctorEngine(Work work) {
    trials = work.trials();
    attributes = work.attributes().toArray(String[]::new);
    Map<String, ConsumableTestDefinition> tests = new LinkedHashMap<>();
    trials.forEach(trial -> tests.put(trial.key(), test(trial)));
    TestMatrixArtifact matrix = new TestMatrixArtifact();
    Audit audit = new Audit();
    audit.setVersion("1");
    matrix.setAudit(audit);
    matrix.setTests(tests);
    proctor =
        Proctor.construct(
            matrix,
            ProctorLoadResult.emptyResult(),
            RuleEvaluator.defaultFunctionMapperBuilder().build());
  }

  @Override
  public String one(String id, String[] profile) {
    return variant(all(id, profile), trials.get(0));
  }

  @Override
  public ProctorResult all(String id, String[] profile) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < attributes.length; i++) {
      values.put(attributes[i], profile[i]);
    }
    return proctor.determineTestGroups(Identifiers.of(TestType.USER, id), values, Map.of());
  }

  @Override
  public String[] variants(Object all) {
    return trials.stream().map(t -> variant((ProctorResult) all, t)).toArray(String[]::new);
  }

  private static String variant(ProctorResult result, Trial trial) {
    TestBucket bucket = result.getBuckets().get(trial.key());
    return bucket == null ? NONE : bucket.getName();
  }

  private static ConsumableTestDefinition test(Trial trial) {
    List<TestBucket> buckets = new ArrayList<>();
    buckets.add(new TestBucket(NONE, INACTIVE, ""));
    for (String variant : trial.variants()) {
      buckets.add(new TestBucket(variant, buckets.size() - 1, ""));
    }
    Slot slot = trial.slot();
    return new ConsumableTestDefinition(
        "1",
        rule(trial),
        TestType.USER,
        "&" + (slot == null ? trial.key() : slot.group()),
        buckets,
        List.of(new Allocation(null, ranges(trial))),
        Map.of(),
        "");
  }

  private static String rule(Trial trial) {
    return trial.rules().isEmpty()
        ? ""
        : trial.rules().entrySet().stream()
            .map(rule -> "%s == '%s'".formatted(rule.getKey(), rule.getValue()))
            .collect(joining(" && ", "${", "}"));
  }

  private static List<Range> ranges(Trial trial) {
    Slot slot = trial.slot();
    double part = slot == null ? 1 : 1.0 / Slot.SLOTS;
    List<Range> ranges = new ArrayList<>();
    if (slot != null) {
      ranges.add(new Range(INACTIVE, slot.index() * part));
    }
    int number = trial.variants().size();
    for (int i = 0; i < number; i++) {
      ranges.add(new Range(i, part / number));
    }
    if (slot != null) {
      ranges.add(new Range(INACTIVE, (Slot.SLOTS - 1 - slot.index()) * part));
    }
    return ranges;
  }
}
