package io.github.evenlot.benchmarks.migrations;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * How many units would change variants in the migrations of {@code docs/how-to}, by the products'
 * own SDKs. To be run at the root of the repository; exits with 1 if one would.
 */
public final class Migrations {

  private static final int UNITS = 300_000;
  private static final List<String> PREFIXES = List.of("", "user-", "ppid", "josé-", "用户", "😀");

  private Migrations() {}

  public static void main(String[] args) {
    List<String> units = units();
    int different = 0;
    for (Origin origin :
        List.of(
            new OptimizelyOrigin(),
            new LaunchDarklyOrigin(),
            new SplitOrigin(),
            new EppoOrigin(),
            new ProctorOrigin())) {
      different += compare(origin, units);
    }
    System.exit(different == 0 ? 0 : 1); // the SDKs leave threads behind
  }

  /** Ids of several forms, beyond ASCII as well; the same in each run. */
  private static List<String> units() {
    Random random = new Random(1);
    List<String> units = new ArrayList<>(UNITS);
    for (int i = 0; i < UNITS; i++) {
      units.add(PREFIXES.get(i % PREFIXES.size()) + Long.toHexString(random.nextLong()));
    }
    return units;
  }

  private static int compare(Origin origin, List<String> units) {
    Experiment experiment = origin.experiment();
    Assigner assigner = Assigner.of(experiment);
    Attributes attributes = Attributes.of(origin.attributes());
    TreeMap<String, Integer> seen = new TreeMap<>();
    int different = 0;
    for (String unit : units) {
      String theirs = origin.variant(unit);
      String ours =
          assigner
              .assign(experiment.key(), UnitId.of(unit), attributes, Instant.EPOCH)
              .variantOr(Origin.NONE);
      seen.merge(theirs, 1, Integer::sum);
      different += ours.equals(theirs) ? 0 : 1;
    }
    System.out.printf(
        "%s: %,d of %,d units change; %s%n", origin.name(), different, units.size(), seen);
    return different;
  }
}
