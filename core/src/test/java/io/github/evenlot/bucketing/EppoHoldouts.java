package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The holdouts of a flag of Eppo's older form. They are ranges anywhere in the shards, so here they
 * are an experiment that the flag's has as a prerequisite. Its lot is the same for all flags.
 *
 * @param flag the flag's key
 * @param allocation of the flag
 * @param traffic of the flag; only who is in it can be held out
 */
record EppoHoldouts(String flag, Map<String, Object> allocation, Traffic traffic) {

  /** Those who are held out see what there was before. */
  static final String STATUS_QUO = "status-quo";

  private static final String FREE = "free";

  String key() {
    return flag + "-holdouts";
  }

  private boolean isEmpty() {
    return !allocation.containsKey("holdouts") || Published.list(allocation, "holdouts").isEmpty();
  }

  /** The audience without those held out. */
  Audience excludedFrom(Audience audience) {
    return isEmpty() ? audience : audience.withPrerequisite(Prerequisite.of(key(), FREE));
  }

  /** Gives the free variant to everyone where there is no holdout. */
  Experiment experiment() {
    return Experiment.builder(key())
        .bucketing(Bucketings.EPPO)
        .salt("holdout")
        .audience(Audience.EVERYONE.withTraffic(traffic))
        .variant(STATUS_QUO, 0)
        .variant(FREE, 100)
        .build()
        .withAllocation(Allocation.of(Bucketings.EPPO.buckets(), ranges()), Instant.EPOCH);
  }

  private List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    int end = 0;
    for (Range heldOut : heldOut()) {
      ranges.add(new Range(end, heldOut.from(), FREE));
      ranges.add(heldOut);
      end = heldOut.to();
    }
    ranges.add(new Range(end, Bucketings.EPPO.buckets(), FREE));
    return ranges;
  }

  private List<Range> heldOut() {
    return isEmpty()
        ? List.of()
        : Published.objects(allocation, "holdouts").stream()
            .map(holdout -> Published.object(holdout, "statusQuoShardRange"))
            .map(shards -> range((Integer) shards.get("start"), (Integer) shards.get("end")))
            .sorted(Comparator.comparingInt(Range::from))
            .toList();
  }

  private static Range range(int from, int to) {
    return new Range(from, to, STATUS_QUO);
  }

  /** The value of the variation that there was before. */
  Object statusQuo() {
    Object variation = allocation.get("statusQuoVariationKey");
    return Published.objects(allocation, "variations").stream()
        .filter(one -> variation.equals(one.get("variationKey")))
        .findFirst()
        .orElseThrow()
        .get("typedValue");
  }
}
