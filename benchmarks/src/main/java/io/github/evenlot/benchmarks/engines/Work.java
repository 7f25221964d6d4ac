package io.github.evenlot.benchmarks.engines;

import io.github.evenlot.benchmarks.engines.Trial.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the engines are asked to do. */
public enum Work {
  /** One experiment, two variants, everybody. */
  S1(List.of(), List.of(trial(0, 2, Map.of(), null)), any -> true),

  /** One experiment, four variants, two equality rules, which every user meets. */
  S2_MATCH(Rules.NAMES, List.of(trial(0, 4, Rules.BOTH, null)), Rules::met),

  /** The same, of users who fail one of the rules or both. */
  S2_MISS(Rules.NAMES, List.of(trial(0, 4, Rules.BOTH, null)), user -> !Rules.met(user)),

  /** A hundred experiments, half of them targeted, a fifth in mutex groups. */
  S3(Population.ATTRIBUTES, trials(100), any -> true),

  /** A thousand of the same. */
  S4(Population.ATTRIBUTES, trials(1_000), any -> true);

  private static final class Rules {
    static final List<String> NAMES = List.of("country", "platform");
    static final Map<String, String> BOTH = Map.of("country", "US", "platform", "iOS");

    static boolean met(Map<String, String> user) {
      return user.equals(BOTH);
    }
  }

  /** The variant of a user who has none. */
  static final String NONE = "none";

  private static final long SEED = 20_261_125;

  private final List<String> attributes;
  private final List<Trial> trials;
  private final Predicate<Map<String, String>> who;

  Work(List<String> attributes, List<Trial> trials, Predicate<Map<String, String>> who) {
    this.attributes = attributes;
    this.trials = trials;
    this.who = who;
  }

  /** The names of the attributes that a user has. */
  List<String> attributes() {
    return attributes;
  }

  List<Trial> trials() {
    return trials;
  }

  /**
   * The users it is about.
   *
   * @param number how many, a power of two
   */
  Users users(int number, Ids ids) {
    return new Users(number, ids, attributes, who);
  }

  private static List<Trial> trials(int number) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Map<String, String> rules = i % 2 == 0 ? Map.of() : rules(random);
      int variants = i % 4 < 2 ? 2 : 4;
      trials.add(trial(i, variants, rules, slot(i)));
    }
    return List.copyOf(trials);
  }

  private static Trial trial(
      int number, int variants, Map<String, String> rules, @Nullable Slot slot) {
    List<String> ids = List.of("control", "blue", "green", "violet").subList(0, variants);
    return new Trial("experiment-" + number, ids, rules, slot);
  }

  /** Each run of 25 experiments ends with a mutex group of five. */
  private static @Nullable Slot slot(int number) {
    int place = number % 25 - 20;
    return place < 0 ? null : new Slot("group-" + number / 25, place);
  }

  /** Two attributes, each with a value that is wanted as often as it occurs. */
  private static Map<String, String> rules(SplittableRandom random) {
    Map<String, String> rules = new LinkedHashMap<>();
    while (rules.size() < 2) {
      String attribute = Population.ATTRIBUTES.get(random.nextInt(Population.ATTRIBUTES.size()));
      rules.put(attribute, Population.draw(attribute, random));
    }
    return rules;
  }
}
