package io.github.evenlot.bucketing;

import io.github.evenlot.targeting.Condition;
import java.util.List;
import java.util.Map;

/**
 * Eppo's targeting in our words: one of the rules, of which all conditions.
 *
 * @param oneOf our operator for being in a list
 * @param notOneOf our operator for not being in it
 */
record EppoRules(String oneOf, String notOneOf) {

  /** Lists are compared without regard to case. */
  static final EppoRules OLDER_FORM = new EppoRules("$ini", "$nini");

  static final EppoRules FORM_OF_TODAY = new EppoRules("$in", "$nin");

  /** No rules let everyone in. */
  Condition condition(List<Map<String, Object>> rules) {
    return rules.isEmpty()
        ? Condition.EVERYONE
        : Condition.parse(Map.of("$or", rules.stream().map(this::rule).toList()));
  }

  private Map<String, Object> rule(Map<String, Object> rule) {
    return Map.of("$and", Published.objects(rule, "conditions").stream().map(this::one).toList());
  }

  /** There, a missing attribute meets no condition, not even that it is none of some values. */
  private Map<String, Object> one(Map<String, Object> condition) {
    return Map.of(
        (String) condition.get("attribute"),
        Map.of(
            "$exists", true, operator((String) condition.get("operator")), condition.get("value")));
  }

  private String operator(String eppos) {
    return switch (eppos) {
      case "ONE_OF" -> oneOf;
      case "NOT_ONE_OF" -> notOneOf;
      case "GT" -> "$gt";
      case "GTE" -> "$gte";
      case "MATCHES" -> "$regex";
      default -> throw new IllegalArgumentException("operator " + eppos);
    };
  }
}
