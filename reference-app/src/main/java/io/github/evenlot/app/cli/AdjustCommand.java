package io.github.evenlot.app.cli;

import io.github.evenlot.inference.Multiplicity;
import io.github.evenlot.internal.Document;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code evenlot adjust}. */
@Command(
    name = "adjust",
    mixinStandardHelpOptions = true,
    header = "What p-values are worth when several hypotheses are tested at once.",
    description = {
      "",
      "In:  {\"method\": \"holm\", \"p_values\": [0.01, 0.04]}; other methods are \"bonferroni\","
          + " \"hochberg\", \"bh\" and \"by\".",
      "Out: {\"adjusted\": [0.02, 0.04]}, in the order of the question",
      ""
    })
public final class AdjustCommand extends JsonLinesCommand {

  @Override
  Map<String, Object> answer(Document question) {
    question.refuseUnknown("id", "method", "p_values");
    List<Double> pValues =
        question.decimals("p_values").stream().map(BigDecimal::doubleValue).toList();
    return Map.of("adjusted", Multiplicity.byId(question.text("method")).adjust(pValues));
  }
}
