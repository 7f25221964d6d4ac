package io.github.evenlot.app.cli;

import io.github.evenlot.inference.SampleRatioTest;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.internal.Document;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code evenlot srm}. */
@Command(
    name = "srm",
    mixinStandardHelpOptions = true,
    header = "Whether the arms have the units they should have (sample ratio mismatch).",
    description = {
      "",
      "In:  {\"counts\": [5000, 5100], \"weights\": [50, 50]}",
      "Out: {\"statistic\": …, \"degrees_of_freedom\": …, \"p_value\": …, \"mismatch\": p < 0.001}",
      ""
    })
public final class SrmCommand extends JsonLinesCommand {

  private static final SampleRatioTest TEST = SampleRatioTest.withDefaults();

  @Override
  Map<String, Object> answer(Document question) {
    question.refuseUnknown("id", "counts", "weights");
    TestResult result = TEST.test(question.integers("counts"), question.decimals("weights"));
    Map<String, Object> shown = TestCommand.shown(result);
    if (!shown.containsKey("untestable")) {
      shown.put("mismatch", TEST.isMismatch(result));
    }
    return shown;
  }
}
