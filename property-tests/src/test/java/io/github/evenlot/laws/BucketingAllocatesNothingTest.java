package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;
import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.Example;

/** No bucketing allocates anything once the scratch has the size of the longest id. */
class BucketingAllocatesNothingTest {

  private static final int QUESTIONS = 5_000;
  private static final List<String> IDS =
      List.of("", "alice", "用户1", "😀", "\uD83D", "\0", "x".repeat(10_000), "-42");

  @Example
  void allocatesNothing() {
    for (Bucketing bucketing : Bucketings.all()) {
      SaltedBucketing salted = bucketing.salted("exp");
      EncodedUnit unit = new EncodedUnit();
      ask(salted, unit);
      long before = allocated();
      ask(salted, unit);
      // Less than a byte a question is none: the virtual machine may put some of its own here.
      assertThat(allocated() - before).as(bucketing.id()).isLessThan(QUESTIONS);
    }
  }

  private static void ask(SaltedBucketing salted, EncodedUnit unit) {
    for (int i = 0; i < QUESTIONS / 2; i++) {
      salted.bucket(unit.set(IDS.get(i % IDS.size())));
      salted.bucket(unit.set(i * 1_000_003L));
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
