package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.demo.Viewers.Viewer;
import io.github.evenlot.assignment.Assigner;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewersTest {

  private static final List<ReplayedTest> TESTS = DemoTests.replayed(Samples.ARCHIVE, 20_000);

  @Test
  void theAssignerReallyPutsEachViewerWhereItIsSaidToBe() {
    for (ReplayedTest test : TESTS) {
      Assigner assigner = Assigner.of(test.experiment());
      assertThat(viewers(test, 1))
          .allMatch(
              viewer ->
                  assigner
                      .assign(test.experiment().key(), viewer.unit(), test.start())
                      .equals(viewer.assigned()));
    }
  }

  @Test
  void everyArmHasTheViewersAndClicksOfTheArchive() {
    for (ReplayedTest test : TESTS) {
      List<Viewer> viewers = viewers(test, 1);
      for (int arm = 0; arm < test.archived().arms().size(); arm++) {
        String variant = ReplayedTest.variantId(arm);
        List<Viewer> ofArm =
            viewers.stream().filter(v -> v.assigned().variant().equals(variant)).toList();
        assertThat(ofArm).hasSize((int) test.archived().arms().get(arm).viewers());
        assertThat(ofArm.stream().filter(Viewer::clicks))
            .hasSize((int) test.archived().arms().get(arm).clicks());
      }
    }
  }

  @Test
  void noTwoViewersOfAnyTestsAreTheSame() {
    assertThat(TESTS.stream().flatMap(test -> viewers(test, 1).stream()))
        .hasSize(20_000)
        .extracting(Viewer::unit)
        .doesNotHaveDuplicates();
  }

  @Test
  void theSeedDecidesTheOrderAndNothingElse() {
    ReplayedTest test = TESTS.get(0);
    assertThat(viewers(test, 1)).isEqualTo(viewers(test, 1)).isNotEqualTo(viewers(test, 2));
    assertThat(viewers(test, 1)).hasSameElementsAs(viewers(test, 2));
  }

  private static List<Viewer> viewers(ReplayedTest test, long seed) {
    return Viewers.of(test, new Random(seed));
  }
}
