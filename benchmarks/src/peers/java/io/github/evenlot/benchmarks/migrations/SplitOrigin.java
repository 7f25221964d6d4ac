package io.github.evenlot.benchmarks.migrations;

import io.github.evenlot.experiment.Experiment;
import io.split.client.SplitClient;
import io.split.client.SplitClientConfig;
import io.split.client.SplitFactoryBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.TimeoutException;

/** The second algorithm, with a part of the traffic. The first is none that a file may name. */
final class SplitOrigin implements Origin {

  private static final int READY_MILLIS = 60_000;

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

  private final SplitClient client = client(Pages.file(SPLITS).toString());

  private static SplitClient client(String file) {
    SplitClientConfig config =
        SplitClientConfig.builder()
            .splitFile(file)
            .setBlockUntilReadyTimeout(READY_MILLIS)
            .disableDestroyOnShutDown()
            .build();
    try {
      SplitClient client = SplitFactoryBuilder.build("localhost", config).client();
      client.blockUntilReady();
      return client;
    } catch (IOException | URISyntaxException | TimeoutException e) {
      throw new IllegalStateException("Split does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Split starts", e);
    }
  }

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
