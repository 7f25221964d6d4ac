package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An allocation of a flag in Eppo's form of today as it moves here: an experiment. Of the shards
 * that a split needs, the last is the lot and the one before it, if there is one, the traffic. A
 * shard is one of 10,000.
 *
 * @param definition of the allocation
 */
record EppoAllocation(String flag, Map<String, Object> definition) {

  String key() {
    return flag + "/" + definition.get("key");
  }

  /**
   * @param variations of the flag by their keys
   */
  Experiment experiment(Map<String, Object> variations) {
    Experiment.Builder builder =
        Experiment.builder(key())
            .bucketing(Bucketings.EPPO)
            .salt(shards().isEmpty() ? key() : salt(shards().get(shards().size() - 1)))
            .targeting(EppoRules.FORM_OF_TODAY.condition(rules()))
            .audience(Audience.EVERYONE.withTraffic(traffic()));
    for (Map<String, Object> split : splits()) {
      String id = variation(split);
      Object value = Published.object(variations, id).get("value");
      builder.variant(new Variant(id, id, Map.of(EppoRacFlag.VALUE, value)), new Weight(id, 0));
    }
    Allocation allocation =
        Allocation.of(
            Bucketings.EPPO.buckets(), splits().stream().map(EppoAllocation::range).toList());
    return builder.build().withAllocation(allocation, Instant.EPOCH);
  }

  private List<Map<String, Object>> rules() {
    return definition.containsKey("rules") ? Published.objects(definition, "rules") : List.of();
  }

  private List<Map<String, Object>> splits() {
    return Published.objects(definition, "splits");
  }

  /** Those of the first split; the others have the same, but for the last one's range. */
  private List<Map<String, Object>> shards() {
    return Published.objects(splits().get(0), "shards");
  }

  private Traffic traffic() {
    if (shards().size() < 2) {
      return Traffic.ALL;
    }
    Map<String, Object> shard = shards().get(0);
    if (!only(shard).get("start").equals(0) || splits().stream().anyMatch(this::isOtherwise)) {
      throw new IllegalArgumentException("traffic " + splits());
    }
    int hundredths = (Integer) only(shard).get("end");
    return new Traffic(
        Bucketings.EPPO, salt(shard), List.of(new Traffic.Step(Instant.MIN, hundredths)));
  }

  private boolean isOtherwise(Map<String, Object> split) {
    List<Map<String, Object>> shards = Published.objects(split, "shards");
    return shards.size() != 2
        || !shards.get(0).equals(shards().get(0))
        || !salt(shards.get(1)).equals(salt(shards().get(1)));
  }

  private static Range range(Map<String, Object> split) {
    List<Map<String, Object>> shards = Published.objects(split, "shards");
    if (shards.isEmpty()) {
      return new Range(0, Bucketings.EPPO.buckets(), variation(split));
    }
    Map<String, Object> range = only(shards.get(shards.size() - 1));
    return new Range((Integer) range.get("start"), (Integer) range.get("end"), variation(split));
  }

  private static String variation(Map<String, Object> split) {
    return (String) split.get("variationKey");
  }

  private static String salt(Map<String, Object> shard) {
    return (String) shard.get("salt");
  }

  private static Map<String, Object> only(Map<String, Object> shard) {
    List<Map<String, Object>> ranges = Published.objects(shard, "ranges");
    if (ranges.size() != 1) {
      throw new IllegalArgumentException("ranges " + ranges);
    }
    return ranges.get(0);
  }
}
