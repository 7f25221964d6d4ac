package io.github.evenlot.bucketing;

import java.util.List;
import java.util.Optional;

/**
 * The bucketings that come with Evenlot, all of them frozen: {@link #own() our own}, and those of
 * other products, bucket for bucket, so that experiments can move here without moving anybody. What
 * each does is on {@code docs/reference/bucketings.md}.
 *
 * <p>Those of other products are for experiments that come from there. Not all are sound: {@link
 * #GROWTHBOOK_1} gives one unit like buckets in unlike experiments.
 */
public final class Bucketings {

  /**
   * The default: XXH64 of the unit once, one multiply-mix with the hashed salt per experiment,
   * multiply-shift to 10,000 buckets. Its specification, with a port in Python, is {@code
   * docs/reference/bucketing-evenlot-1.md}.
   */
  public static final Bucketing EVENLOT_1 = new Evenlot1();

  /**
   * {@code int(md5hex(unit + ":" + salt), 16) % 100}, for those who assign this way already. Text
   * is UTF-8; the salt is the experiment's id.
   */
  public static final Bucketing MD5_100 =
      TextBucketing.of("md5-100", 100, "{unit}:{salt}", Draws::md5Modulo100);

  /**
   * The first 60 bits of SHA-256 of the length-prefixed salt and unit, modulo 10,000: for buckets
   * that analysts can recompute in SQL. Its specification is {@code
   * docs/reference/bucketing-sha256-10000.md}.
   */
  public static final Bucketing SHA256_10000 = new Sha256Bucketing();

  /** Optimizely's; the salt is the id of the experiment, or of the group for its slots. */
  public static final Bucketing OPTIMIZELY =
      TextBucketing.of("optimizely", 10_000, "{unit}{salt}", Draws::optimizely);

  /**
   * GrowthBook's first, of 1,000 buckets; the salt is the seed, or {@code "__" + namespace}. The
   * buckets of different experiments depend on each other.
   */
  public static final Bucketing GROWTHBOOK_1 =
      TextBucketing.of("growthbook-1", 1_000, "{unit}{salt}", Draws::growthBook1);

  /** GrowthBook's second, of 10,000 buckets; the salt is the seed. */
  public static final Bucketing GROWTHBOOK_2 =
      TextBucketing.of("growthbook-2", 10_000, "{salt}{unit}", Draws::growthBook2);

  /** Eppo's with 10,000 shards, its usual number; the salt is that of the shard. */
  public static final Bucketing EPPO = Families.eppo("eppo", 10_000, "{salt}-{unit}");

  /** Eppo's older one, for who is exposed; the salt is the key of the experiment. */
  public static final Bucketing EPPO_RAC_EXPOSURE =
      Families.eppo("eppo-rac-exposure", 10_000, "exposure-{unit}-{salt}");

  /** Eppo's older one, for the variation; the salt is the key of the experiment. */
  public static final Bucketing EPPO_RAC_ASSIGNMENT =
      Families.eppo("eppo-rac-assignment", 10_000, "assignment-{unit}-{salt}");

  /** Unleash's gradual rollout; the salt is the group. Unleash counts from 1, we from 0. */
  public static final Bucketing UNLEASH_ROLLOUT = unleash(100, 0);

  /**
   * LaunchDarkly's, in 100,000 parts and in single precision; the salt is {@code flagKey.salt}, or
   * the seed where there is one. Exact where two arms have a weight; for more see {@link
   * #launchDarkly}.
   */
  public static final FractionBucketing LAUNCHDARKLY =
      ScaledBucketing.of("launchdarkly", 100_000, "{salt}.{unit}", Scale.LAUNCHDARKLY);

  /** Split's; the salt is the seed, a number. Split counts from 1, we from 0. */
  public static final Bucketing SPLIT = new SplitBucketing("split", SplitBucketing::murmur);

  /** Split's first algorithm; the salt is the seed, a number. Split counts from 1, we from 0. */
  public static final Bucketing SPLIT_LEGACY =
      new SplitBucketing("split-legacy", SplitBucketing::legacy);

  /** PostHog's for the rollout, in hundredths of a percent; the salt is the key of the flag. */
  public static final FractionBucketing POSTHOG =
      ScaledBucketing.of("posthog", 10_000, "{salt}.{unit}", Scale.POSTHOG_ROLLOUT);

  /** PostHog's for the variant, in hundredths of a percent; the salt is the key of the flag. */
  public static final FractionBucketing POSTHOG_VARIANTS =
      ScaledBucketing.of("posthog-variants", 10_000, "{salt}.{unit}variant", Scale.POSTHOG_VARIANT);

  /** PostHog's for holdouts, in hundredths of a percent; the salt is {@code "holdout"}. */
  public static final FractionBucketing POSTHOG_HOLDOUT =
      ScaledBucketing.of("posthog-holdout", 10_000, "{salt}-{unit}", Scale.POSTHOG_ROLLOUT);

  /**
   * PlanOut's for shares in 10,000 parts, as {@code BernoulliTrial} and weights that sum to 1 have
   * them; the salt is {@code experimentSalt.parameter}.
   */
  public static final FractionBucketing PLANOUT =
      ScaledBucketing.of("planout", 10_000, "{salt}.{unit}", Scale.PLANOUT_SHARES);

  /**
   * Proctor's for shares in 10,000 parts; the salt is the test's where that begins with {@code &},
   * else {@code testName|salt}.
   */
  public static final FractionBucketing PROCTOR =
      ScaledBucketing.of("proctor", 10_000, "{salt}{unit}", Scale.PROCTOR);

  private static final List<Bucketing> OWN = List.of(EVENLOT_1, MD5_100, SHA256_10000);

  private static final List<Bucketing> ALL =
      List.of(
          EVENLOT_1,
          MD5_100,
          SHA256_10000,
          OPTIMIZELY,
          GROWTHBOOK_1,
          GROWTHBOOK_2,
          EPPO,
          EPPO_RAC_EXPOSURE,
          EPPO_RAC_ASSIGNMENT,
          UNLEASH_ROLLOUT,
          LAUNCHDARKLY,
          SPLIT,
          SPLIT_LEGACY,
          POSTHOG,
          POSTHOG_VARIANTS,
          POSTHOG_HOLDOUT,
          PLANOUT,
          PROCTOR);

  private Bucketings() {}

  /** Those that are meant for new experiments, the default first. */
  public static List<Bucketing> own() {
    return OWN;
  }

  /** Every constant of this class, the default first. */
  public static List<Bucketing> all() {
    return ALL;
  }

  /**
   * {@link #EPPO} with another number of shards; its id is {@code eppo-SHARDS}.
   *
   * @param shards 1 to 1,000,000
   */
  public static Bucketing eppo(int shards) {
    return Families.eppo(shards);
  }

  /**
   * Unleash's choice among variants: {@code unleash-TOTAL-86028157}; the salt is the group.
   *
   * @param totalWeight the sum of the weights of all variants, 1 to 1,000,000
   */
  public static Bucketing unleashVariants(int totalWeight) {
    return unleash(totalWeight, Families.UNLEASH_VARIANT_SEED);
  }

  /**
   * Unleash's number of a unit, less one; its id is {@code unleash-BUCKETS-SEED}; the salt is the
   * group.
   *
   * @param buckets 1 to 1,000,000
   * @param seed of the hash, at least 0
   */
  public static Bucketing unleash(int buckets, int seed) {
    return Families.unleash(buckets, seed);
  }

  /**
   * {@link #LAUNCHDARKLY} for arms of these weights and in this order, exact for any number of
   * them: LaunchDarkly's sums of three or more may be off by their last bit. Its id is {@code
   * launchdarkly-WEIGHT-WEIGHT…}.
   *
   * @param weights in thousandths of a percent; they sum to 100,000
   */
  public static Bucketing launchDarkly(List<Integer> weights) {
    return new LaunchDarklyWeights(weights);
  }

  /**
   * PlanOut's {@code UniformChoice}; its id is {@code planout-uniform-CHOICES}; the salt is {@code
   * experimentSalt.parameter}.
   *
   * @param choices how many there are, 1 to 1,000,000
   */
  public static Bucketing planOutUniform(int choices) {
    return Families.planOutUniform(choices);
  }

  /**
   * PlanOut's {@code WeightedChoice} of whole weights; its id is {@code planout-weighted-TOTAL};
   * the salt is {@code experimentSalt.parameter}.
   *
   * @param totalWeight the sum of the weights, 1 to 1,000,000
   */
  public static FractionBucketing planOutWeighted(int totalWeight) {
    return Families.planOutWeighted(totalWeight);
  }

  /**
   * The bucketing with this id: a constant of this class, or of a family, as {@code
   * unleash-1000-86028157}, or one of the user's own that {@link java.util.ServiceLoader} finds.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that come with
   *     Evenlot
   * @throws IllegalStateException if one of the user's own can't be loaded, or has the id of
   *     another
   */
  public static Bucketing byId(String id) {
    return builtIn(id).or(() -> UsersBucketings.find(id)).orElseThrow(() -> unknown(id));
  }

  static Optional<Bucketing> builtIn(String id) {
    return ALL.stream()
        .filter(bucketing -> bucketing.id().equals(id))
        .findFirst()
        .or(() -> Families.find(id));
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException(
        "no bucketing \"%s\"; there are %s and the families %s"
            .formatted(id, ALL.stream().map(Bucketing::id).toList(), Families.PATTERNS));
  }
}
