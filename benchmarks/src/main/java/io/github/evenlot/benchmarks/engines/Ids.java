package io.github.evenlot.benchmarks.engines;

import java.util.SplittableRandom;
import java.util.UUID;

/** What the ids of users look like: a service has one sort of them. */
public enum Ids {
  /** 16 characters. */
  ACCOUNT {
    @Override
    String id(SplittableRandom random) {
      return "account-" + random.nextInt(10_000_000, 100_000_000);
    }
  },

  /** 36 characters. */
  RANDOM_UUID {
    @Override
    String id(SplittableRandom random) {
      return new UUID(random.nextLong(), random.nextLong()).toString();
    }
  };

  abstract String id(SplittableRandom random);
}
