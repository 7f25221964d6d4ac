package io.github.evenlot.app.cli;

import io.github.evenlot.internal.Document;
import io.github.evenlot.sequential.LookBoundary;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code evenlot boundaries}. */
@Command(
    name = "boundaries",
    mixinStandardHelpOptions = true,
    header = "What each look of a group-sequential test is held against.",
    description = {
      "",
      "In:  {\"spending\": \"obrien-fleming\", \"alpha\": 0.05, \"sides\": 2, \"information\":"
          + " [0.5, 1]}; other spendings are \"pocock\", \"kim-demets\" with \"rho\","
          + " \"hwang-shih-decani\" with \"gamma\".",
      "Out: {\"looks\": [{\"information\": …, \"boundary\": … (null = never), \"nominal_p\": …, "
          + "\"alpha_spent\": …}, …]}",
      ""
    })
public final class BoundariesCommand extends JsonLinesCommand {

  @Override
  Map<String, Object> answer(Document question) {
    double[] information =
        question.decimals("information").stream().mapToDouble(BigDecimal::doubleValue).toArray();
    List<Map<String, Object>> looks =
        DesignFields.design(question, "information").boundaries(information).stream()
            .map(BoundariesCommand::shown)
            .toList();
    return Map.of("looks", looks);
  }

  private static Map<String, Object> shown(LookBoundary look) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("information", look.information());
    shown.put("boundary", finite(look.boundary()));
    shown.put("nominal_p", look.nominalP());
    shown.put("alpha_spent", look.alphaSpent());
    return shown;
  }
}
