package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.evenlot.targeting.AttributeNames;
import io.github.evenlot.targeting.AttributeValues;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.CompiledCondition;
import io.github.evenlot.targeting.Condition;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

/** Every operator but those on regular expressions judges without allocating. */
class TargetingAllocatesNothingTest {

  private static final int QUESTIONS = 5_000;

  private static final List<Map<String, ?>> DOCUMENTS =
      List.of(
          Map.of("country", "US", "platform", "iOS"),
          Map.of("age", Map.of("$gte", 18, "$lt", 65.5)),
          Map.of("age", "30", "years", Map.of("$gt", 29)),
          Map.of("country", Map.of("$in", List.of("DE", "US")), "age", Map.of("$nin", List.of(1))),
          Map.of("country", Map.of("$ini", List.of("de", "us"))),
          Map.of("tags", Map.of("$all", List.of("x", "y")), "platform", Map.of("$ne", "web")),
          Map.of(
              "tags",
              Map.of("$elemMatch", Map.of("$gt", "x")),
              "missing",
              Map.of("$exists", false)),
          Map.of("tags", List.of("x", "y"), "home", Map.of("city", "Oslo")),
          Map.of("home.city", "Oslo", "tags", Map.of("$size", Map.of("$gt", 1))),
          Map.of("version", Map.of("$vgte", "1.2.3", "$vlt", "2.0.0")),
          Map.of(
              "$or", List.of(Map.of("country", "DE"), Map.of("$nor", List.of(Map.of("age", 1))))));

  private static final Attributes ATTRIBUTES =
      Attributes.of(
          Map.of(
              "country", "US",
              "platform", "iOS",
              "age", 30,
              "years", "30.0",
              "tags", List.of("x", "y"),
              "home", Map.of("city", "Oslo"),
              "version", "1.10.0-rc.1"));

  @Example
  void allocatesNothing() {
    for (Map<String, ?> document : DOCUMENTS) {
      AttributeNames names = new AttributeNames();
      CompiledCondition compiled = Condition.parse(document).compile(names);
      AttributeValues values = names.values();
      assertThat(ask(compiled, values)).as(document.toString()).isEqualTo(QUESTIONS);
      long before = allocated();
      ask(compiled, values);
      // Less than a byte a question is none: the virtual machine may put some of its own here.
      assertThat(allocated() - before).as(document.toString()).isLessThan(QUESTIONS);
    }
  }

  private static int ask(CompiledCondition compiled, AttributeValues values) {
    int matches = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      matches += compiled.matches(ATTRIBUTES, values.clear()) ? 1 : 0;
    }
    return matches;
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
