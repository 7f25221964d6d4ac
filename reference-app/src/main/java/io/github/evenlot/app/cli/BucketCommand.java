package io.github.evenlot.app.cli;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
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
      "In:  {\"bucketing\": \"evenlot-1\" or \"md5-100\", \"salt\": \"…\", \"unit\": \"…\"}; the "
          + "salt of md5-100 is the experiment's id.",
      "Out: {\"bucket\": …, \"buckets\": …}",
      ""
    })
public final class BucketCommand extends JsonLinesCommand {

  @Override
  Map<String, Object> answer(Document question) {
    Bucketing bucketing = Bucketings.byId(question.text("bucketing"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("bucket", bucketing.bucket(question.text("salt"), question.text("unit")));
    answer.put("buckets", bucketing.buckets());
    return answer;
  }
}
