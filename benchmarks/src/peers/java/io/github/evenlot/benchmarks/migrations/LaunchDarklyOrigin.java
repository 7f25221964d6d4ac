package io.github.evenlot.benchmarks.migrations;

import com.launchdarkly.sdk.EvaluationDetail;
import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.FileData;
import io.github.evenlot.experiment.Experiment;

/** An experiment with a seed, whose arms do not take all. */
final class LaunchDarklyOrigin implements Origin {

  private static final String FLAGS =
      """
      {"flags": {"hashKey": {"key": "hashKey", "version": 1, "on": true, "salt": "saltyA",
        "offVariation": 0, "variations": ["off", "on"],
        "fallthrough": {"rollout": {"kind": "experiment", "seed": 61, "variations": [
          {"variation": 0, "weight": 10000},
          {"variation": 1, "weight": 10000},
          {"variation": 0, "weight": 80000, "untracked": true}]}}}}}
      """;

  private final LDClient client =
      new LDClient(
          "sdk-key",
          new LDConfig.Builder()
              .dataSource(FileData.dataSource().filePaths(Pages.file(FLAGS)))
              .events(Components.noEvents())
              .logging(Components.noLogging())
              .diagnosticOptOut(true)
              .build());

  @Override
  public String name() {
    return "LaunchDarkly 7.13.0";
  }

  @Override
  public Experiment experiment() {
    return Pages.experiment("launchdarkly");
  }

  @Override
  public String variant(String unit) {
    EvaluationDetail<String> detail =
        client.stringVariationDetail("hashKey", LDContext.create(unit), NONE);
    return detail.getReason().isInExperiment() ? detail.getValue() : NONE;
  }
}
