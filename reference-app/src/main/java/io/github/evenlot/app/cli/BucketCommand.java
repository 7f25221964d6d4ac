package io.github.evenlot.app.cli;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.FractionBucketing;
import io.github.evenlot.internal.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code evenlot bucket}. */
@Command(
    name = "bucket",
    mixinStandardHelpOptions = true,
    header = "Which bucket a unit falls into.",
    description = {
      "",
      "In:  {\"bucketing\": \"evenlot-1\", \"salt\": \"…\", \"unit\": \"…\"}; the salt of md5-100"
          + " is the experiment's id. The bucketings of other products take what the products have"
          + " in place of the salt: \"seed\" (split, unleash, launchdarkly), \"flag_key\""
          + " (launchdarkly, posthog), \"test\" (proctor), \"buckets\" (unleash, planout, eppo).",
      "Out: {\"bucket\": …, \"buckets\": …}, and \"fraction\" where the product has one",
      ""
    })
public final class BucketCommand extends JsonLinesCommand {

  @Override
  Map<String, Object> answer(Document question) {
    BucketQuestion asked = BucketQuestion.of(question);
    Bucketing bucketing = Bucketings.byId(asked.bucketing());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("bucket", bucketing.bucket(asked.salt(), asked.unit()) + asked.first());
    answer.put("buckets", bucketing.buckets());
    if (bucketing instanceof FractionBucketing fractions) {
      answer.put("fraction", fraction(fractions, asked));
    }
    return answer;
  }

  /** LaunchDarkly's is a single; as a double it would have digits that are none of its. */
  private static Number fraction(FractionBucketing bucketing, BucketQuestion asked) {
    double fraction = bucketing.fraction(asked.salt(), asked.unit());
    return bucketing == Bucketings.LAUNCHDARKLY ? (Number) (float) fraction : (Number) fraction;
  }
}
