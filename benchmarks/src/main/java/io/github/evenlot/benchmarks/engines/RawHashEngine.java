package io.github.evenlot.benchmarks.engines;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bare limit: what one would write by hand around the hash of {@code evenlot-1} for this work
 * and no other. It compares attributes by their places, knows neither reasons nor dates nor
 * overrides, and nobody can change it while it runs.
 */
final class RawHashEngine implements Engine {

  private static final int BUCKETS = Bucketings.EVENLOT_1.buckets();

  private static final class Choice {

    private final int[] places;
    private final String[] wanted;
    private final @Nullable SaltedBucketing group;
    private final int slot;
    private final SaltedBucketing split;
    private final String[] variants;

    Choice(Trial trial, List<String> attributes) {
      Map<String, String> rules = trial.rules();
      places = rules.keySet().stream().mapToInt(attributes::indexOf).toArray();
      wanted = rules.values().toArray(String[]::new);
      Trial.Slot owned = trial.slot();
      group = owned == null ? null : Bucketings.EVENLOT_1.salted(owned.group());
      slot = owned == null ? 0 : owned.index();
      split = Bucketings.EVENLOT_1.salted(trial.key());
      variants = trial.variants().toArray(String[]::new);
    }

    String of(EncodedUnit unit, String[] profile) {
      for (int i = 0; i < places.length; i++) {
        if (!wanted[i].equals(profile[places[i]])) {
          return Work.NONE;
        }
      }
      if (group != null && part(group.bucket(unit), Trial.Slot.SLOTS) != slot) {
        return Work.NONE;
      }
      return variants[part(split.bucket(unit), variants.length)];
    }

    private static int part(int bucket, int parts) {
      return bucket * parts / BUCKETS;
    }
  }

  private final Choice[] choices;
  private final String[] variants;
  private final EncodedUnit unit = new EncodedUnit();

  RawHashEngine(Work work) {
    choices =
        work.trials().stream()
            .map(trial -> new Choice(trial, work.attributes()))
            .toArray(Choice[]::new);
    variants = new String[choices.length];
  }

  @Override
  public String one(String id, String[] profile) {
    return choices[0].of(unit.set(id), profile);
  }

  @Override
  public Object all(String id, String[] profile) {
    unit.set(id);
    for (int i = 0; i < choices.length; i++) {
      variants[i] = choices[i].of(unit, profile);
    }
    return variants;
  }

  @Override
  public String[] variants(Object all) {
    return variants;
  }
}
