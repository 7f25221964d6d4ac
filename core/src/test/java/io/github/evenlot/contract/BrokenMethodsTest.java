package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.evenlot.inference.TestMethod;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract kit catches what it is there to catch, and lets pass what is sound. */
class BrokenMethodsTest {

  /** A kit with all laws in it. */
  static final class Kit extends TestMethodContract
      implements SwapFlipsSigns,
          ShiftChangesNothing,
          ScaleScales,
          ScaleChangesNothing,
          IntervalMatchesPValue,
          UniformUnderTheNull,
          ConservativeUnderTheNull {

    private final TestMethod method;

    Kit(TestMethod method) {
      this.method = method;
    }

    @Override
    public TestMethod method() {
      return method;
    }
  }

  /**
   * A clause of the kit, a method that breaks it and one that does not.
   *
   * @param fault what is wrong with the method
   */
  record Case(String fault, TestMethod broken, TestMethod sound, Consumer<Kit> clause) {

    Case(String fault, TestMethod broken, Consumer<Kit> clause) {
      this(fault, broken, BrokenMethods.SOUND, clause);
    }

    @Override
    public String toString() {
      return fault;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("A fault is caught by the clause that is there for it.")
  void caught(Case fault) {
    assertThat(catchThrowable(() -> fault.clause.accept(new Kit(fault.broken))))
        .isInstanceOfAny(AssertionError.class, ArithmeticException.class);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("The clause lets a sound method pass.")
  void passed(Case fault) {
    fault.clause.accept(new Kit(fault.sound));
  }

  static Stream<Case> cases() {
    return Stream.concat(clauses(), laws());
  }

  private static Stream<Case> clauses() {
    TestMethod everything = BrokenMethods.testsEverything();
    return Stream.of(
        new Case("has a name with a blank", BrokenMethods.named("my test"), Kit::id),
        new Case("changes with each call", BrokenMethods.changesWithEachCall(), Kit::pure),
        new Case("forgets strata", BrokenMethods.forgetsStrata(), Kit::oneStratum),
        new Case("knows one stratum only", BrokenMethods.knowsOneStratum(), Kit::twoStrata),
        new Case("reads what merging loses", BrokenMethods.readsWhatMergingLoses(), Kit::merge),
        new Case("tests nobody", everything, Kit::noUnits),
        new Case("tests constants", everything, Kit::noVariance),
        new Case("names another obstacle", BrokenMethods.namesNoUnits(), Kit::noVariance),
        new Case("tests contradictions", everything, Kit::negativeVariance),
        new Case("believes any product", BrokenMethods.believesProducts(), Kit::impossibleProducts),
        new Case("fails on large means", BrokenMethods.failsOnLargeMeans(), Kit::total),
        new Case("takes a single arm", everything, Kit::oneArm));
  }

  private static Stream<Case> laws() {
    TestMethod lift = BrokenMethods.lift();
    return Stream.of(
        new Case("forgets the sign", BrokenMethods.forgetsTheSign(), Kit::swapFlipsSigns),
        new Case("depends on the origin", lift, Kit::shiftChangesNothing),
        new Case("has no unit", lift, Kit::scaleScales),
        new Case("has a unit", BrokenMethods.SOUND, lift, Kit::scaleChangesNothing),
        new Case(
            "has an interval of another level",
            BrokenMethods.withIntervalOf90Percent(),
            Kit::intervalMatchesPValue),
        new Case("never rejects", BrokenMethods.withPTimes(1e9), Kit::experimentsOfBothKinds),
        new Case("halves p", BrokenMethods.withPTimes(0.5), Kit::uniformUnderTheNull),
        new Case("has p too large", BrokenMethods.withPTimes(1.2), Kit::uniformUnderTheNull),
        new Case(
            "halves p that is to be valid always",
            BrokenMethods.withPTimes(0.5),
            Kit::conservativeUnderTheNull));
  }
}
