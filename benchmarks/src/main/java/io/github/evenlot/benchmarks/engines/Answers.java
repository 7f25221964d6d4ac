package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether an engine really does its work: nobody is in an experiment whose rules they fail,
 * everybody else is; variants get their shares; a mutex group gives each user one slot. A benchmark
 * of an error path would show here.
 */
final class Answers {

  private static final double STANDARD_ERRORS = 5;

  private final Engine engine;
  private final List<Trial> trials;
  private final Users users;

  private Answers(Engine engine, List<Trial> trials, Users users) {
    this.engine = engine;
    this.trials = trials;
    this.users = users;
  }

  /**
   * Asks the engine about the first users.
   *
   * @throws IllegalStateException if an answer is wrong; the message says which and why
   */
  static void check(Engine engine, Work work, Users users, int sample) {
    new Answers(engine, work.trials(), users).check(sample);
  }

  private void check(int sample) {
    Map<String, Shares> shares = new HashMap<>();
    for (int user = 0; user < sample; user++) {
      String[] variants = answers(user);
      Map<String, String> attributes = users.attributes(user);
      Map<String, String> groups = new HashMap<>();
      for (int i = 0; i < variants.length; i++) {
        Trial trial = trials.get(i);
        if (admitted(trial, variants[i], user, attributes, groups)) {
          shares.computeIfAbsent(trial.key(), any -> new Shares(trial)).count(variants[i]);
        }
      }
    }
    shares.values().forEach(Shares::check);
  }

  private String[] answers(int user) {
    String id = users.id(user);
    String[] variants = engine.variants(engine.all(id, users.profile(user)));
    require(
        variants.length == trials.size(),
        "%d answers about %d experiments",
        variants.length,
        trials.size());
    if (trials.size() == 1) {
      String one = engine.one(id, users.profile(user));
      require(
          one.equals(variants[0]),
          "user %s is \"%s\" alone, \"%s\" among all",
          id,
          one,
          variants[0]);
    }
    return variants;
  }

  private static boolean admitted(
      Trial trial,
      String variant,
      int user,
      Map<String, String> attributes,
      Map<String, String> groups) {
    boolean in = !variant.equals(NONE);
    if (!trial.admits(attributes)) {
      require(!in, "user %d is in %s with %s", user, trial, attributes);
      return false;
    }
    if (trial.slot() == null) {
      require(in, "user %d is not in %s with %s", user, trial, attributes);
    } else if (in) {
      String other = groups.put(trial.slot().group(), trial.key());
      require(other == null, "user %d is in %s and in %s", user, trial.key(), other);
    }
    return true;
  }

  private static void require(boolean holds, String otherwise, Object... values) {
    if (!holds) {
      throw new IllegalStateException(otherwise.formatted(values));
    }
  }

  /** How often each variant of a trial was given to users that it admits. */
  private static final class Shares {

    private final Trial trial;
    private final Map<String, Integer> counts = new HashMap<>();
    private int users;

    Shares(Trial trial) {
      this.trial = trial;
    }

    void count(String variant) {
      counts.merge(variant, 1, Integer::sum);
      users++;
    }

    void check() {
      double inSlot = trial.slot() == null ? 1 : 1.0 / Trial.Slot.SLOTS;
      check(NONE, 1 - inSlot);
      for (String variant : trial.variants()) {
        check(variant, inSlot / trial.variants().size());
      }
      int known = trial.variants().stream().mapToInt(v -> counts.getOrDefault(v, 0)).sum();
      require(
          known + counts.getOrDefault(NONE, 0) == users, "%s gave the variants %s", trial, counts);
    }

    private void check(String variant, double share) {
      int count = counts.getOrDefault(variant, 0);
      double error = Math.sqrt(users * share * (1 - share));
      require(
          Math.abs(count - users * share) <= STANDARD_ERRORS * error,
          "%d of %d users are \"%s\" in %s, not %s of them",
          count,
          users,
          variant,
          trial,
          share);
    }
  }
}
