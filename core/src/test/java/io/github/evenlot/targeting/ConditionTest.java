package io.github.evenlot.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.Fixtures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static Condition condition(String json) {
    return Condition.parse(Fixtures.parse(json.replace('\'', '"')));
  }

  private static boolean matches(String json, Object value) {
    return condition(json).matches(name -> name.equals("a") ? value : null);
  }

  @ParameterizedTest
  @DisplayName("A bad rule is refused with the path of what is wrong.")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'$and': [{}, {}, {'country': {'$foo': 1}}]} | condition.$and[2].country.$foo is no operator
          {'$or': {'a': 1}}               | condition.$or is {a=1}, not a list
          {'$nor': [{'a': 1}, 2]}         | condition.$nor[1] is 2, not an object
          {'$not': 'US'}                  | condition.$not is "US", not an object
          {'$adn': [{'a': 1}]}            | condition.$adn is no operator that stands here
          {'a': {'$gt': 1, 'b': 2}}       | condition.a.$gt is an operator where only a value can be
          {'a': {'$eq': {'$gt': 1}}}      | condition.a.$eq.$gt is an operator where only a value can be
          {'a': {'$gt': [1]}}             | condition.a.$gt is [1], not a number or a text
          {'a': {'$in': 'US'}}            | condition.a.$in is "US", not a list
          {'a': {'$nin': [1, {'b': 2}]}}  | condition.a.$nin[1] is {b=2}, not a text, a number, true, false or null
          {'a': {'$all': 1}}              | condition.a.$all is 1, not a list
          {'a': {'$all': [{'$x': 1}]}}    | condition.a.$all[0].$x is no operator
          {'a': {'$elemMatch': 1}}        | condition.a.$elemMatch is 1, not an object
          {'a': {'$size': '3'}}           | condition.a.$size is "3", not a number or operators
          {'a': {'$exists': 'yes'}}       | condition.a.$exists is "yes", not true or false
          {'a': {'$type': 'text'}}        | condition.a.$type is "text", not one of [array, boolean, null, number, object, string]
          {'a': {'$regex': 1}}            | condition.a.$regex is 1, not a text
          {'a': {'$regex': '(?=b)'}}      | condition.a.$regex is no regular expression of RE2: invalid or unsupported Perl syntax
          {'a': {'$regexi': '(b)\\\\1'}}  | condition.a.$regexi is no regular expression of RE2: invalid escape sequence
          {'a': {'$regex': '(a{1000}){1000}'}} | condition.a.$regex has 2007005 instructions or so, above 5000
          {'a': {'$regex': 'a{600}'}}     | condition.a.$regex has 602 instructions, above 500
          {'a': {'$vgt': true}}           | condition.a.$vgt is true, not a version
          {'a': {'$inGroup': 'beta'}}     | condition.a.$inGroup is "beta", which is no saved group
          {'a': 1e999}                    | condition.a is a BigDecimal, no JSON number of the size of a double
          """)
  void refused(String json, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> condition(json)).withMessage(message);
  }

  @Test
  @DisplayName("Sixteen objects may be nested, seventeen not.")
  void depth() {
    assertThat(condition("{'$not':".repeat(15) + "{'a': 1}" + "}".repeat(15))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition("{'$not':".repeat(16) + "{'a': 1}" + "}".repeat(16)))
        .withMessage("condition%s is nested 17 deep, above 16".formatted(".$not".repeat(16)));
  }

  @Test
  @DisplayName("A map that contains itself is nested too deep.")
  void cyclicDocument() {
    Map<String, Object> document = new HashMap<>();
    document.put("$not", document);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.parse(document))
        .withMessageEndingWith("is nested 17 deep, above 16");
  }

  @Test
  @DisplayName("256 nodes are read, 257 not.")
  void nodes() {
    assertThat(Condition.parse(Map.of("$or", anyOf(255)))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.parse(Map.of("$or", anyOf(256))))
        .withMessage("condition.$or[255].a255 is node 257, above 256");
  }

  private static List<Map<String, Integer>> anyOf(int count) {
    return IntStream.range(0, count).mapToObj(i -> Map.of("a" + i, i)).toList();
  }

  @Test
  @DisplayName("10,000 list entries are read, 10,001 not.")
  void entries() {
    assertThat(Condition.parse(in(10_000))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.parse(in(10_001)))
        .withMessage("condition.a.$in[10000] is list entry 10001, above 10000");
  }

  private static Map<String, Object> in(int count) {
    return Map.of("a", Map.of("$in", IntStream.range(0, count).boxed().toList()));
  }

  @Test
  @DisplayName("A document above 64 kB is refused; a saved group counts.")
  void bytes() {
    String text = "ä".repeat(32_765);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.parse(Map.of("a", text)))
        .withMessage("condition.a ends at 65537 bytes of document, above 65536");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Condition.parse(
                    Map.of("a", Map.of("$inGroup", "g")), Map.of("g", List.of(text + "x"))))
        .withMessageStartingWith("condition.a.$inGroup[0] ends at ");
  }

  @Test
  @DisplayName("Names in a path are as many as objects may be nested.")
  void path() {
    assertThat(Condition.parse(Map.of("a" + ".a".repeat(15), 1))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.parse(Map.of("a" + ".a".repeat(16), 1)))
        .withMessageEndingWith(" has 17 names in its path, above 16");
  }

  @Test
  @DisplayName(
      "Conditions are equal if their documents are, however numbers and fields are written.")
  void equality() {
    Condition some = condition("{'a': 1, 'b': {'$in': [0.50, 2.0]}}");
    assertThat(some)
        .isEqualTo(condition("{'b': {'$in': [5e-1, 2]}, 'a': 1.0}"))
        .hasSameHashCodeAs(condition("{'b': {'$in': [5e-1, 2]}, 'a': 1.0}"))
        .isNotEqualTo(condition("{'b': {'$in': [0.5, 2]}, 'a': 2}"))
        .hasToString("{a=1, b={$in=[0.5, 2]}}");
  }

  @Test
  @DisplayName("A saved group becomes part of the document.")
  void savedGroup() {
    Condition condition =
        Condition.parse(
            Map.of("id", Map.of("$notInGroup", "testers")), Map.of("testers", List.of(1, "x")));
    assertThat(condition.toDocument())
        .isEqualTo(Map.of("id", Map.of("$notInGroup", List.of(1L, "x"))));
    assertThat(Condition.parse(condition.toDocument())).isEqualTo(condition);
    assertThat(condition.matches(name -> "x")).isFalse();
    assertThat(condition.matches(name -> "1")).isTrue();
  }

  @ParameterizedTest
  @DisplayName("Whole numbers above 2⁵³ stay apart, also in lists and as text.")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': 9007199254740993}",
        "{'a': {'$in': [9007199254740993]}}",
        "{'a': {'$eq': 9007199254740993}}",
        "{'a': '9007199254740993'}",
        "{'a': {'$gt': 9007199254740992, '$lt': 9007199254740994}}"
      })
  void largeIds(String json) {
    assertThat(matches(json, 9_007_199_254_740_993L)).isTrue();
    assertThat(matches(json, 9_007_199_254_740_992L)).isFalse();
    assertThat(matches(json, new BigInteger("9007199254740993"))).isTrue();
    assertThat(matches(json, new BigInteger("9007199254740992"))).isFalse();
  }

  @Test
  @DisplayName("Ids of 19 digits are the same as numbers and as texts, and no others are.")
  void largeIdsAsText() {
    assertThat(matches("{'a': 1234567890123456789}", "1234567890123456789")).isTrue();
    assertThat(matches("{'a': '1234567890123456789'}", 1_234_567_890_123_456_789L)).isTrue();
    assertThat(matches("{'a': -9223372036854775808}", "-9223372036854775808")).isTrue();
    assertThat(matches("{'a': 9007199254740993}", "9007199254740993")).isTrue();
    assertThat(matches("{'a': 9007199254740993}", "9007199254740992")).isFalse();
    assertThat(matches("{'a': 9007199254740992}", "9007199254740993")).isFalse();
  }

  @Test
  @DisplayName("A number is the same in whatever class it comes.")
  void numberClasses() {
    List<Object> twos =
        List.of((byte) 2, (short) 2, 2, 2L, 2f, 2.0, BigInteger.TWO, new BigDecimal("2.00"), "2");
    assertThat(twos).allMatch(two -> matches("{'a': 2}", two));
    assertThat(twos).allMatch(two -> matches("{'a': '2'}", two));
    assertThat(twos.subList(0, 8)).allMatch(two -> matches("{'a': {'$in': [2]}}", two));
    assertThat(twos).allMatch(two -> matches("{'a': {'$gt': 1.5, '$lte': 2}}", two));
    assertThat(twos).allMatch(two -> matches("{'a': {'$veq': '2'}}", two));
    assertThat(twos).allMatch(two -> matches("{'a': {'$regex': '^2$'}}", two));
  }

  @Test
  @DisplayName("A double is compared as a double, alone and in lists.")
  void doubles() {
    assertThat(matches("{'a': 9007199254740993}", 9_007_199_254_740_992.0)).isTrue();
    assertThat(matches("{'a': {'$in': [9007199254740993]}}", 9_007_199_254_740_992.0)).isTrue();
    assertThat(matches("{'a': {'$in': [0]}}", -0.0)).isTrue();
    assertThat(matches("{'a': {'$in': [0, 1.5]}}", Double.NaN)).isFalse();
  }

  @Test
  @DisplayName("An object is the same in whatever order its fields are.")
  void objects() {
    Map<String, Object> value = new HashMap<>(Map.of("x", List.of(1, 2), "y", "z"));
    assertThat(matches("{'a': {'y': 'z', 'x': [1, 2]}}", value)).isTrue();
    assertThat(matches("{'a': {'y': 'z', 'x': [2, 1]}}", value)).isFalse();
    value.put("more", null);
    assertThat(matches("{'a': {'y': 'z', 'x': [1, 2]}}", value)).isFalse();
    assertThat(matches("{'a': {'b': null}}", Collections.singletonMap("c", null))).isFalse();
  }

  @Test
  @DisplayName("A value that no JSON has counts as missing.")
  void foreign() {
    Object foreign = new StringBuilder("US");
    assertThat(matches("{'a': {'$exists': false, '$type': 'null', '$ne': 'US'}}", foreign))
        .isTrue();
    assertThat(matches("{'a': null}", foreign)).isTrue();
    assertThat(matches("{'a': {'$in': [null]}}", foreign)).isTrue();
    assertThat(matches("{'a': true}", foreign)).isFalse();
    assertThat(matches("{'a': false}", foreign)).isFalse();
  }

  @Test
  @DisplayName("Attributes are looked up once for many conditions.")
  void compiled() {
    AttributeNames names = new AttributeNames();
    CompiledCondition first = condition("{'country': 'US', 'age': {'$gte': 18}}").compile(names);
    CompiledCondition second = condition("{'age': 20, 'country': 'US'}").compile(names);
    assertThat(names.names()).containsExactlyInAnyOrder("country", "age");
    List<String> asked = new ArrayList<>();
    Map<String, Object> adult = Map.of("country", "US", "age", 19);
    Attributes attributes =
        name -> {
          asked.add(name);
          return adult.get(name);
        };
    AttributeValues values = names.values();
    assertThat(first.matches(attributes, values)).isTrue();
    assertThat(second.matches(attributes, values)).isFalse();
    assertThat(asked).containsExactlyInAnyOrder("country", "age");
    assertThat(first.matches(Attributes.NONE, values.clear())).isFalse();
  }

  @Test
  @DisplayName("Everyone matches the empty condition.")
  void everyone() {
    assertThat(Condition.EVERYONE.matches(Attributes.NONE)).isTrue();
    assertThat(
            Condition.EVERYONE
                .compile(new AttributeNames())
                .matches(Attributes.NONE, new AttributeNames().values()))
        .isTrue();
  }

  @Test
  @DisplayName("What takes too many steps does not match, nor does its negation.")
  void exhausted() {
    List<Integer> many = Collections.nCopies(100_000, 1);
    assertThat(matches("{'a': {'$elemMatch': {'$eq': 2}}}", many)).isFalse();
    assertThat(matches("{'a': {'$not': {'$elemMatch': {'$eq': 2}}}}", many)).isFalse();
    assertThat(condition("{'a': {'$elemMatch': {'$eq': 2}}}").steps(name -> many))
        .isEqualTo(Condition.MOST_STEPS);
    assertThat(matches("{'a': {'$not': {'$elemMatch': {'$eq': 2}}}}", many.subList(0, 9_000)))
        .isTrue();
  }

  @Test
  @DisplayName("Looking a character up in a class of more than 64 takes four times the steps.")
  void longClass() {
    String letters =
        IntStream.range(0, 65)
            .mapToObj(i -> Character.toString(0x4E00 + 2 * i))
            .collect(Collectors.joining());
    int small = steps("[" + letters.substring(1) + "]{20}Z", letters);
    int large = steps("[" + letters + "]{20}Z", letters);
    int once = 2 + 50;
    assertThat(large - once).isEqualTo(4 * (small - once));
  }

  private static int steps(String regex, String text) {
    return Condition.parse(Map.of("a", Map.of("$regex", regex))).steps(name -> text);
  }

  @Test
  @DisplayName("The negation of a long text that can't be searched in time does not match.")
  void longText() {
    String text = "a".repeat(1_000_000);
    assertThat(matches("{'a': {'$regex': 'b'}}", text)).isFalse();
    assertThat(matches("{'$not': {'a': {'$regex': 'b'}}}", text)).isFalse();
  }
}
