package io.github.evenlot.benchmarks.migrations;

import cloud.eppo.api.Attributes;
import io.github.evenlot.benchmarks.engines.EppoClient;
import io.github.evenlot.experiment.Experiment;
import java.util.Map;

/** An allocation with a shard for the traffic and another one for the split. */
final class EppoOrigin implements Origin {

  private static final String FLAGS =
      """
      {"flags": {"new-user-onboarding": {
        "key": "new-user-onboarding", "enabled": true, "variationType": "STRING",
        "totalShards": 10000,
        "variations": {
          "control": {"key": "control", "value": "control"},
          "red": {"key": "red", "value": "red"},
          "yellow": {"key": "yellow", "value": "yellow"}},
        "allocations": [{"key": "experiment", "doLog": false,
          "rules": [{"conditions": [{"attribute": "country", "operator": "NOT_ONE_OF",
            "value": ["US", "Canada", "Mexico"]}]}],
          "splits": [%s, %s, %s]}]}}}
      """
          .formatted(split("control", 0, 5000), split("red", 5000, 8000), split("yellow", 8000, 10_000));

  private final EppoClient client = new EppoClient(FLAGS);
  private final Attributes attributes = new Attributes();

  EppoOrigin() {
    attributes().forEach(attributes::put);
  }

  private static String split(String variation, int start, int end) {
    return """
    {"variationKey": "%s", "shards": [
      {"salt": "traffic-new-user-onboarding-experiment", "ranges": [{"start": 0, "end": 6000}]},
      {"salt": "split-new-user-onboarding-experiment", "ranges": [{"start": %d, "end": %d}]}]}
    """
        .formatted(variation, start, end);
  }

  @Override
  public String name() {
    return "Eppo 3.9.0";
  }

  @Override
  public Experiment experiment() {
    return Pages.experiment("eppo");
  }

  @Override
  public Map<String, String> attributes() {
    return Map.of("country", "Germany");
  }

  @Override
  public String variant(String unit) {
    return client.getStringAssignment("new-user-onboarding", unit, attributes, NONE);
  }
}
