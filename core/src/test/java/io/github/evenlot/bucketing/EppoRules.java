package io.github.evenlot.bucketing;

import io.github.evenlot.targeting.Condition;
import java.util.List;
import java.util.Map;

/** Eppo's targeting in our words: one of the rules, of which all conditions. */
final class EppoRules {

  private EppoRules() {}

  static Condition condition(List<Map<String, Object>> rules) {
    return Condition.parse(Map.of("$or", rules.stream().map(EppoRules::rule).toList()));
  }

  private static Map<String, Object> rule(Map<String, Object> rule) {
    return Map.of(
        "$and", Published.objects(rule, "conditions").stream().map(EppoRules::one).toList());
  }

  /** There, a missing attribute meets no condition, not even that it is none of some values. */
  private static Map<String, Object> one(Map<String, Object> condition) {
    Object value = condition.get("value");
    String operator = operator((String) condition.get("operator"));
    return Map.of(
        (String) condition.get("attribute"),
        Map.of(
            "$exists", true, operator, operator.equals("$regex") ? "^(?:" + value + ")$" : value));
  }

  /** Lists are compared without regard to case there. */
  private static String operator(String eppos) {
    return switch (eppos) {
      case "ONE_OF" -> "$ini";
      case "NOT_ONE_OF" -> "$nini";
      case "GT" -> "$gt";
      case "MATCHES" -> "$regex";
      default -> throw new IllegalArgumentException("operator " + eppos);
    };
  }
}
