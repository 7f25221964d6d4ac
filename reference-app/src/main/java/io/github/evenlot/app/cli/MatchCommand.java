package io.github.evenlot.app.cli;

import io.github.evenlot.internal.Document;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code evenlot match}. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    header = "Whether the attributes of a user meet a targeting condition.",
    description = {
      "",
      "In:  {\"condition\": {\"country\": \"US\", \"age\": {\"$gte\": 18}}, \"attributes\": "
          + "{\"country\": \"US\", \"age\": 30}, \"saved_groups\": {\"testers\": [1, 2]}}; the "
          + "last may be missing.",
      "Out: {\"matches\": true or false, \"flaws\": [why an experiment would refuse the "
          + "condition, left out if it would not]}",
      ""
    })
public final class MatchCommand extends JsonLinesCommand {

  @Override
  Map<String, Object> answer(Document question) {
    question.refuseUnknown("id", "condition", "attributes", "saved_groups");
    List<String> flaws = new ArrayList<>();
    Condition condition =
        Condition.parseLeniently(
            question.child("condition").plain(), savedGroups(question), flaws::add);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("matches", condition.matches(Attributes.of(question.child("attributes").plain())));
    if (!flaws.isEmpty()) {
      answer.put("flaws", flaws);
    }
    return answer;
  }

  private static Map<String, List<?>> savedGroups(Document question) {
    Map<String, List<?>> groups = new LinkedHashMap<>();
    if (question.has("saved_groups")) {
      Document document = question.child("saved_groups");
      document.plain().keySet().forEach(name -> groups.put(name, document.list(name)));
    }
    return groups;
  }
}
