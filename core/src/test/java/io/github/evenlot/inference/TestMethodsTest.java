package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TestMethodsTest {

  @Test
  @DisplayName("a method is made of its id and a plain map of parameters")
  void aMethodIsConfiguredFromAPlainMap() {
    assertThat(TestMethods.create("welch", Map.of("confidence", 0.9, "alternative", "less")))
        .isEqualTo(WelchTTest.withDefaults().with(Alternative.LESS).withConfidence(0.9));
    assertThat(TestMethods.create("welch", Map.of("confidence", "0.9")))
        .isEqualTo(WelchTTest.withDefaults().withConfidence(0.9));
    assertThat(TestMethods.byId("pearson")).isEqualTo(new PearsonChiSquared());
  }

  @Test
  @DisplayName("every built-in method is found by its id")
  void everyMethodAnswersToItsId() {
    assertThat(TestMethods.ids()).contains("welch", "pearson", "relative-lift", "sign-of-life");
  }

  @Test
  @DisplayName("unknown methods, parameters and values are refused, with those there are")
  void whatNoMethodKnowsIsRefused() {
    assertThatThrownBy(() -> TestMethods.byId("magic"))
        .hasMessageStartingWith("no test method \"magic\"; there are [welch,");
    assertThatThrownBy(() -> TestMethods.create("welch", Map.of("confidance", 0.9)))
        .hasMessage(
            "method \"welch\" has no parameter \"confidance\"; it has [alternative, confidence]");
    assertThatThrownBy(() -> TestMethods.create("welch", Map.of("confidence", "high")))
        .hasMessage("parameter \"confidence\" is \"high\", not a number");
    assertThatThrownBy(() -> TestMethods.create("welch", Map.of("alternative", "more")))
        .hasMessage("no alternative \"more\"; there are [two-sided, greater, less]");
  }

  @Test
  @DisplayName("a method of one's own is found by its service line")
  void aResearchersMethodIsFoundByItsServiceLine() {
    TestMethod method = TestMethods.create("sign-of-life", Map.of("threshold", 3));
    assertThat(method.test(Moments.of(5, 1, 1), Moments.of(5, 1, 1)))
        .isEqualTo(Tested.of(10, PValue.of(0.5)));
    assertThatThrownBy(() -> TestMethods.byId("sign-of-life"))
        .hasMessage("parameter \"threshold\" is missing");
  }

  /** A method and its provider in one class, as a researcher would bring it. */
  public static final class SignOfLife implements TestMethod, TestMethodProvider {

    private final double threshold;

    /** For the service loader. */
    public SignOfLife() {
      this(0);
    }

    private SignOfLife(double threshold) {
      this.threshold = threshold;
    }

    @Override
    public String id() {
      return "sign-of-life";
    }

    @Override
    public TestMethod create(MethodParameters parameters) {
      return new SignOfLife(parameters.number("threshold"));
    }

    @Override
    public TestResult test(List<Moments> arms) {
      long units = arms.stream().mapToLong(Moments::n).sum();
      return units < threshold
          ? new NotTestable("%d units are below %s".formatted(units, threshold))
          : Tested.of(units, PValue.of(0.5));
    }
  }

  /** A researcher's test of which a small p-value means that the arms are alike. */
  public static final class AsGoodAs implements TestMethod, TestMethodProvider {

    @Override
    public String id() {
      return "as-good-as";
    }

    @Override
    public TestMethod create(MethodParameters parameters) {
      return this;
    }

    @Override
    public boolean testsDifference() {
      return false;
    }

    @Override
    public TestResult test(List<Moments> arms) {
      return Tested.of(5, PValue.of(1e-6));
    }
  }
}
