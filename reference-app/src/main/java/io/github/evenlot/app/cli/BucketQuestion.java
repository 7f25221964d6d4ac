package io.github.evenlot.app.cli;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Document;
import java.util.regex.Pattern;

/**
 * A question of {@code evenlot bucket} in our own words: the fields that products have in place of
 * a salt, made one.
 *
 * @param bucketing the id
 */
record BucketQuestion(String bucketing, String salt, String unit) {

  private static final Pattern COUNTED_FROM_1 =
      Pattern.compile("split|split-legacy|unleash-[0-9]+-[0-9]+");

  static BucketQuestion of(Document question) {
    question.refuseUnknown(
        "id", "bucketing", "salt", "unit", "seed", "flag_key", "test", "buckets");
    String name = question.text("bucketing");
    String unit = question.text("unit");
    return switch (name) {
      case "eppo" -> new BucketQuestion(sized(question, name, "eppo-"), salt(question), unit);
      case "planout" ->
          new BucketQuestion(sized(question, name, "planout-uniform-"), salt(question), unit);
      case "unleash" -> new BucketQuestion(unleash(question), salt(question), unit);
      case "split", "split-legacy" -> new BucketQuestion(name, seedOrSalt(question), unit);
      case "launchdarkly" -> new BucketQuestion(name, launchDarkly(question), unit);
      case "posthog" -> new BucketQuestion(postHog(question), flagKeyOrSalt(question), unit);
      case "proctor" -> new BucketQuestion(name, proctor(question), unit);
      default -> new BucketQuestion(name, salt(question), unit);
    };
  }

  /** What the product calls its first bucket. */
  int first() {
    return COUNTED_FROM_1.matcher(bucketing).matches() ? 1 : 0;
  }

  private static String salt(Document question) {
    return question.text("salt");
  }

  private static String sized(Document question, String name, String family) {
    return question.has("buckets") ? family + question.smallInteger("buckets") : name;
  }

  private static String unleash(Document question) {
    int buckets = question.has("buckets") ? question.smallInteger("buckets") : 100;
    int seed = question.has("seed") ? question.smallInteger("seed") : 0;
    return Bucketings.unleash(buckets, seed).id();
  }

  private static String seedOrSalt(Document question) {
    return question.has("seed") ? Integer.toString(question.smallInteger("seed")) : salt(question);
  }

  private static String launchDarkly(Document question) {
    return question.has("flag_key") && !question.has("seed")
        ? question.text("flag_key") + "." + salt(question)
        : seedOrSalt(question);
  }

  private static String flagKeyOrSalt(Document question) {
    return question.has("flag_key") ? question.text("flag_key") : salt(question);
  }

  /** Beside the key of the flag, the salt is PostHog's own: one for each of its two questions. */
  private static String postHog(Document question) {
    String salt = question.has("flag_key") ? question.optionalText("salt").orElse("") : "";
    return switch (salt) {
      case "" -> Bucketings.POSTHOG.id();
      case "variant" -> Bucketings.POSTHOG_VARIANTS.id();
      default ->
          throw new IllegalArgumentException(
              "salt \"%s\" of posthog is neither \"\" nor \"variant\"".formatted(salt));
    };
  }

  private static String proctor(Document question) {
    String salt = salt(question);
    return question.has("test") && !salt.startsWith("&")
        ? question.text("test") + "|" + salt
        : salt;
  }
}
