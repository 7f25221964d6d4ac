package io.github.evenlot.benchmarks.migrations;

import com.optimizely.ab.Optimizely;
import com.optimizely.ab.config.Variation;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Slot;
import java.util.Map;
import java.util.Objects;

/** A group, and an experiment in it with gaps. This version of the SDK knows of no holdouts. */
final class OptimizelyOrigin implements Origin {

  private static final String DATAFILE =
      """
      {"version": "4", "accountId": "1", "projectId": "1", "revision": "1", "anonymizeIP": true,
       "attributes": [], "events": [], "audiences": [], "typedAudiences": [], "featureFlags": [],
       "rollouts": [], "experiments": [],
       "groups": [{"id": "1886780700", "policy": "random",
         "trafficAllocation": [
           {"entityId": "1886780721", "endOfRange": 6000},
           {"entityId": "1886780722", "endOfRange": 10000}],
         "experiments": [
           {"id": "1886780721", "key": "button", "status": "Running", "layerId": "1",
            "audienceIds": [], "forcedVariations": {},
            "variations": [{"id": "11", "key": "control"}, {"id": "12", "key": "green"}],
            "trafficAllocation": [
              {"entityId": "11", "endOfRange": 4500},
              {"entityId": "", "endOfRange": 5000},
              {"entityId": "12", "endOfRange": 9500}]},
           {"id": "1886780722", "key": "other", "status": "Running", "layerId": "2",
            "audienceIds": [], "forcedVariations": {},
            "variations": [{"id": "21", "key": "control"}],
            "trafficAllocation": [{"entityId": "21", "endOfRange": 10000}]}]}]}
      """;

  private final Optimizely client = Optimizely.builder().withDatafile(DATAFILE).build();

  @Override
  public String name() {
    return "Optimizely 4.2.2";
  }

  @Override
  public Experiment experiment() {
    Experiment page = Pages.experiment("optimizely");
    Slot slot = Objects.requireNonNull(page.audience().slot());
    return page.withAudience(Audience.EVERYONE.withSlot(slot));
  }

  @Override
  public String variant(String unit) {
    Variation variation = client.getVariation("button", unit, Map.of());
    return variation == null ? NONE : variation.getKey();
  }
}
