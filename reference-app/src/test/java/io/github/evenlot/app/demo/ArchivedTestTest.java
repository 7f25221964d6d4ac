package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchivedTestTest {

  @Test
  void nobodyClicksWhoHasNotSeen() {
    assertThatThrownBy(() -> new ArchivedTest.Arm("Wait!", 10, 11))
        .hasMessage("arm \"Wait!\" has 11 clicks of 10 viewers");
    assertThatThrownBy(() -> new ArchivedTest.Arm("Wait!", 10, -1))
        .hasMessage("arm \"Wait!\" has -1 clicks of 10 viewers");
  }

  @Test
  void itsArmsAreItsOwn() {
    List<ArchivedTest.Arm> arms = new ArrayList<>();
    arms.add(new ArchivedTest.Arm("a", 10, 1));
    ArchivedTest test = new ArchivedTest("t", LocalDate.parse("2013-01-21"), arms);
    arms.add(new ArchivedTest.Arm("b", 20, 1));
    assertThat(test.viewers()).isEqualTo(10);
  }
}
