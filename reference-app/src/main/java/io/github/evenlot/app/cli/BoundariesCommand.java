package io.github.evenlot.app.cli;

import io.github.evenlot.internal.Document;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;
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
        design(question).boundaries(information).stream().map(BoundariesCommand::shown).toList();
    return Map.of("looks", looks);
  }

  private static GroupSequentialDesign design(Document question) {
    return new GroupSequentialDesign(
        spending(question), question.decimal("alpha").doubleValue(), sides(question));
  }

  private static SpendingFunction spending(Document question) {
    String name = question.text("spending");
    return switch (name) {
      case "obrien-fleming" -> SpendingFunction.obrienFleming();
      case "pocock" -> SpendingFunction.pocock();
      case "kim-demets" -> SpendingFunction.kimDeMets(question.decimal("rho").doubleValue());
      case "hwang-shih-decani" ->
          SpendingFunction.hwangShihDeCani(question.decimal("gamma").doubleValue());
      default ->
          throw new IllegalArgumentException(
              "no spending \"%s\"; there are obrien-fleming, pocock, kim-demets, hwang-shih-decani"
                  .formatted(name));
    };
  }

  private static Sides sides(Document question) {
    long sides = question.integer("sides");
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides %d is neither 1 nor 2".formatted(sides));
    }
    return sides == 1 ? Sides.ONE_SIDED : Sides.TWO_SIDED;
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
