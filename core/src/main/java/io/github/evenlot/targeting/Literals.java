package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes that compare with a value of the condition's document. */
final class Literals {

  private Literals() {}

  /** As {@code "country": "US"} compares: a text is also equal to a number that is written so. */
  static Node loose(@Nullable Object literal) {
    if (literal instanceof String text) {
      return looseText(text);
    }
    if (literal instanceof Number number) {
      return looseNumber(Numeral.of(number));
    }
    if (literal instanceof Boolean truth) {
      return new Leaf(
          1, value -> !Values.isMissing(value) && Values.isTrue(value) == truth.booleanValue());
    }
    return strict(literal);
  }

  private static Node looseText(String text) {
    Numeral number = Numeral.writtenAs(text);
    boolean isTruth = text.equals("true") || text.equals("false");
    if (number == null && !isTruth) {
      return new PlainText(text);
    }
    return Leaf.ofText(
        text,
        value ->
            text.equals(value)
                || number != null && number.isSame(value)
                || value instanceof Boolean truth && text.equals(truth.toString()));
  }

  /** As {@code $alli} compares: a text also matches in another case. */
  static Node ignoringCase(@Nullable Object literal, Node node) {
    return literal instanceof String text ? new Any(List.of(inAnyCase(text), node)) : node;
  }

  private static Node inAnyCase(String text) {
    return Leaf.ofText(
        text, value -> value instanceof String other && text.equalsIgnoreCase(other));
  }

  private static Node looseNumber(Numeral number) {
    if (number.isBeyondDoubles()) {
      String written = Long.toString(number.exact());
      return Leaf.ofText(written, value -> written.equals(value) || number.isSame(value));
    }
    return new Leaf(
        1,
        value ->
            number.isSame(value)
                || value instanceof String text && DecimalText.parse(text) == number.approximate());
  }

  /** As {@code $eq} compares: values of the same type only; objects in any order of fields. */
  static Node strict(@Nullable Object literal) {
    if (literal instanceof String text) {
      return new PlainText(text);
    }
    if (literal instanceof Number number) {
      Numeral numeral = Numeral.of(number);
      return new Leaf(1, numeral::isSame);
    }
    if (literal instanceof Boolean truth) {
      return new Leaf(1, truth::equals);
    }
    if (literal instanceof List<?> list) {
      return new SameList(list.stream().map(Literals::strict).toList());
    }
    return literal instanceof Map<?, ?> map ? sameObject(map) : new Leaf(1, Values::isMissing);
  }

  private static Node sameObject(Map<?, ?> map) {
    List<String> names = map.keySet().stream().map(String::valueOf).toList();
    List<Node> fields = new ArrayList<>();
    names.forEach(name -> fields.add(new Field(name, strict(map.get(name)))));
    return new SameObject(names, All.of(fields));
  }
}
