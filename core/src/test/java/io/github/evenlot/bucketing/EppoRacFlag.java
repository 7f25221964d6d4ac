package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A flag of Eppo's older form as it moves here. All of them have 10,000 shards, so that a shard is
 * a hundredth of a percent.
 *
 * @param definition of the flag
 */
record EppoRacFlag(String key, Map<String, Object> definition) {

  /** The name under which a variant's parameters have Eppo's value. */
  static final String VALUE = "value";

  private static final int SHARDS = 10_000;

  /** The experiment; it forces those subjects that the definition has overrides of. */
  Experiment experiment(List<String> subjects) {
    Experiment.Builder builder =
        Experiment.builder(key)
            .bucketing(Bucketings.EPPO_RAC_ASSIGNMENT)
            .targeting(EppoRules.OLDER_FORM.condition(Published.objects(definition, "rules")));
    addVariations(builder);
    Audience audience = holdouts().excludedFrom(Audience.EVERYONE.withTraffic(traffic()));
    for (String subject : subjects) {
      Object override = Published.object(definition, "typedOverrides").get(md5(subject));
      if (override != null) {
        builder.variant(variant("forced-" + subject, override), weight("forced-" + subject, 0));
        audience = audience.withForced(subject, "forced-" + subject);
      }
    }
    return builder.audience(audience).build();
  }

  EppoHoldouts holdouts() {
    return new EppoHoldouts(key, allocation(), traffic());
  }

  /** Nobody is drawn for a flag that is off; its overrides hold all the same. */
  private void addVariations(Experiment.Builder builder) {
    boolean enabled = (Boolean) definition.get("enabled");
    int end = 0;
    for (Map<String, Object> variation : Published.objects(allocation(), "variations")) {
      Map<String, Object> shards = Published.object(variation, "shardRange");
      int length = (Integer) shards.get("end") - (Integer) shards.get("start");
      if (length > 0 && !shards.get("start").equals(end)) {
        throw new IllegalArgumentException("a gap before " + variation);
      }
      end += length;
      String id = (String) variation.get("name");
      builder.variant(variant(id, variation.get("typedValue")), weight(id, enabled ? length : 0));
    }
  }

  private static Variant variant(String id, Object value) {
    return new Variant(id, id, Map.of(VALUE, value));
  }

  private static Weight weight(String id, int shards) {
    return new Weight(id, shards);
  }

  private Map<String, Object> allocation() {
    return Published.object(
        Published.object(definition, "allocations"),
        (String) Published.objects(definition, "rules").get(0).get("allocationKey"));
  }

  /** Eppo's clients compare shards with ≤, so that one more than the share is in. */
  private Traffic traffic() {
    int share = (int) (Published.number(allocation().get("percentExposure")) * SHARDS);
    int hundredths = Math.min(share + 1, SHARDS);
    return new Traffic(
        Bucketings.EPPO_RAC_EXPOSURE, key, List.of(new Traffic.Step(Instant.MIN, hundredths)));
  }

  private static String md5(String subject) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(subject.getBytes(UTF_8));
      return "%032x".formatted(new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
