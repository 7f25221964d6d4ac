package io.github.evenlot.benchmarks.migrations;

import io.github.evenlot.benchmarks.engines.LocalSplit;
import io.github.evenlot.experiment.Experiment;
import io.split.client.SplitClient;

/** The second algorithm, with a part of the traffic. The first is none that a file may name. */
final class SplitOrigin implements Origin {

  private static final String SPLITS =
      """
      {"ff": {"s": -1, "t": 1, "d": [{"name": "search", "algo": 2, "seed": 467569525,
        "trafficAllocation": 80, "trafficAllocationSeed": -1997813453, "status": "ACTIVE",
        "killed": false, "defaultTreatment": "none", "changeNumber": 1, "trafficTypeName": "user",
        "conditions": [{"conditionType": "ROLLOUT", "label": "all",
          "matcherGroup": {"combiner": "AND",
            "matchers": [{"matcherType": "ALL_KEYS", "negate": false}]},
          "partitions": [
            {"treatment": "off", "size": 45},
            {"treatment": "on", "size": 55}]}]}]},
       "rbs": {"s": -1, "t": -1, "d": []}}
      """;

  private final SplitClient client = LocalSplit.client(Pages.file(SPLITS).toString());

  @Override
  public String name() {
    return "Split 4.18.2";
  }

  @Override
  public Experiment experiment() {
    return Pages.experiment("split");
  }

  @Override
  public String variant(String unit) {
    return client.getTreatment(unit, "search");
  }
}
