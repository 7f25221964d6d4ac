package io.github.evenlot.laws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Conditions and attributes: ordinary ones, and ones that mean harm. */
final class Conditions {

  private static final List<String> NAMES = List.of("a", "b", "c", "a.b", "b.a.c");

  private Conditions() {}

  /** Documents of conditions that can be parsed. */
  static Arbitrary<Map<String, Object>> documents() {
    return documents(3);
  }

  private static Arbitrary<Map<String, Object>> documents(int depth) {
    Arbitrary<Map<String, Object>> test =
        Arbitraries.maps(Arbitraries.of(NAMES), values(depth)).ofMaxSize(2);
    if (depth == 0) {
      return test;
    }
    Arbitrary<Map<String, Object>> lists =
        Arbitraries.of("$and", "$or", "$nor")
            .flatMap(
                name -> documents(depth - 1).list().ofMaxSize(3).map(list -> Map.of(name, list)));
    Arbitrary<Map<String, Object>> not = documents(depth - 1).map(part -> Map.of("$not", part));
    return Arbitraries.oneOf(test, lists, not);
  }

  private static Arbitrary<Object> values(int depth) {
    return Arbitraries.oneOf(scalars(), operators(depth).map(operator -> operator));
  }

  private static Arbitrary<Map<String, Object>> operators(int depth) {
    List<Arbitrary<Map<String, Object>>> kinds = new ArrayList<>();
    kinds.add(one(List.of("$eq", "$ne"), scalars()));
    kinds.add(one(List.of("$lt", "$lte", "$gt", "$gte"), Arbitraries.oneOf(numbers(), texts())));
    kinds.add(one(List.of("$in", "$nin", "$ini", "$nini"), scalars().list().ofMaxSize(5)));
    kinds.add(one(List.of("$all", "$alli"), scalars().list().ofMaxSize(5)));
    kinds.add(one(List.of("$exists"), Arbitraries.of(true, false)));
    kinds.add(one(List.of("$type"), Arbitraries.of("string", "number", "array", "null")));
    kinds.add(one(List.of("$regex", "$regexi"), regexes()));
    kinds.add(one(List.of("$veq", "$vne", "$vlt", "$vlte", "$vgt", "$vgte"), texts()));
    if (depth > 0) {
      kinds.add(one(List.of("$not"), values(depth - 1)));
      kinds.add(one(List.of("$elemMatch"), documents(0)));
      kinds.add(one(List.of("$elemMatch", "$size"), operators(depth - 1)));
    }
    return Arbitraries.of(kinds).flatMap(kind -> kind);
  }

  private static Arbitrary<Map<String, Object>> one(List<String> names, Arbitrary<?> arguments) {
    return Arbitraries.of(names)
        .flatMap(name -> arguments.map(argument -> Collections.singletonMap(name, argument)));
  }

  /** Patterns on which engines that backtrack do not end, and ordinary ones. */
  static Arbitrary<String> regexes() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "(a*)*b",
            "(a+)+$",
            "(a|aa)+$",
            "(a?){40}a{40}",
            "(.*a){20}",
            "(|)*x",
            "a{0,200}b",
            "[\\pL]{0,90}Z",
            "(?i)(k|s|ſ)*!");
    Arbitrary<String> composed =
        Arbitraries.of("a", "b", ".", "[ab]", "\\w", "^", "$", "(a|b)")
            .flatMap(atom -> Arbitraries.of("", "*", "+", "?", "{2,5}").map(times -> atom + times))
            .list()
            .ofMaxSize(8)
            .map(atoms -> String.join("", atoms));
    return Arbitraries.oneOf(hostile, composed);
  }

  /** Any value that an attribute can have. */
  static Arbitrary<Map<String, Object>> attributes() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c"), attributeValues(3)).ofMaxSize(3);
  }

  private static Arbitrary<Object> attributeValues(int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(scalars(), hostileValues());
    }
    Arbitrary<Object> inner = attributeValues(depth - 1);
    return Arbitraries.oneOf(
        scalars(),
        hostileValues(),
        inner.list().ofMaxSize(6).map(list -> list),
        inner.list().ofMaxSize(6).map(LinkedList::new),
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner).ofMaxSize(3).map(map -> map));
  }

  private static Arbitrary<Object> hostileValues() {
    return Arbitraries.of(
        "a".repeat(100_000),
        "ab".repeat(500),
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        Collections.nCopies(100_000, "a".repeat(100)),
        Collections.nCopies(100_000, 1),
        new LinkedList<>(Collections.nCopies(10_000, "a")),
        cyclic(),
        new BigDecimal("9".repeat(2_000)),
        new Object());
  }

  /** Contains itself, directly and through a map. */
  private static Object cyclic() {
    Map<String, Object> map = new HashMap<>();
    List<Object> list = new Cyclic();
    Collections.addAll(list, map, map, "a", list);
    map.put("a", map);
    map.put("b", list);
    return list;
  }

  /** A list that can be put in sets, and be shown, in spite of what it contains. */
  @SuppressWarnings("serial")
  private static final class Cyclic extends ArrayList<Object> {

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "cyclic";
    }
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        texts().map(text -> text),
        numbers(),
        Arbitraries.of(true, false).map(truth -> truth),
        Arbitraries.just(null));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(
        "", "a", "A", "aa", "b", "1", "1.5", "1.2.3", "1.2.3-rc.1", "true", "\uD83D");
  }

  private static Arbitrary<Object> numbers() {
    return Arbitraries.of(0, 1, 1L, 2, 1.5, -3, new BigDecimal("1.50"), 1L << 60, 1e300);
  }
}
