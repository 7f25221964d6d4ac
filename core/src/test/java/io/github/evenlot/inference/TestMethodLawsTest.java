package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.contract.ConservativeUnderTheNull;
import io.github.evenlot.contract.IntervalMatchesPValue;
import io.github.evenlot.contract.MethodUnderTest;
import io.github.evenlot.contract.SampleData;
import io.github.evenlot.contract.ScaleChangesNothing;
import io.github.evenlot.contract.ScaleScales;
import io.github.evenlot.contract.ShiftChangesNothing;
import io.github.evenlot.contract.SwapFlipsSigns;
import io.github.evenlot.contract.TestMethodContract;
import io.github.evenlot.contract.UniformUnderTheNull;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every method of Evenlot under the contract kit. */
class TestMethodLawsTest {

  @Test
  @DisplayName("No method of Evenlot is left out.")
  void all() throws ReflectiveOperationException {
    List<String> tried = new ArrayList<>();
    for (Class<?> kit : TestMethodLawsTest.class.getDeclaredClasses()) {
      MethodUnderTest test =
          (MethodUnderTest) kit.getDeclaredConstructor(TestMethodLawsTest.class).newInstance(this);
      tried.add(test.method().id());
    }
    assertThat(tried).containsAll(BuiltInMethods.ALL.stream().map(TestMethodProvider::id).toList());
  }

  @Nested
  class Welch extends TestMethodContract
      implements SwapFlipsSigns,
          ShiftChangesNothing,
          ScaleScales,
          IntervalMatchesPValue,
          UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return WelchTTest.withDefaults();
    }
  }

  @Nested
  class WelchOneSided extends TestMethodContract
      implements ShiftChangesNothing, ScaleScales, IntervalMatchesPValue, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return WelchTTest.withDefaults().with(Alternative.GREATER);
    }
  }

  @Nested
  class Student extends TestMethodContract
      implements SwapFlipsSigns,
          ShiftChangesNothing,
          ScaleScales,
          IntervalMatchesPValue,
          UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return StudentTTest.withDefaults();
    }
  }

  @Nested
  class Cuped extends TestMethodContract
      implements SwapFlipsSigns,
          ShiftChangesNothing,
          ScaleScales,
          IntervalMatchesPValue,
          UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return CupedTest.withDefaults();
    }

    @Override
    public SampleData data() {
      return SampleData.COVARIATES;
    }
  }

  @Nested
  class Ratio extends TestMethodContract
      implements SwapFlipsSigns, ScaleScales, IntervalMatchesPValue, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return RatioTest.withDefaults();
    }

    @Override
    public SampleData data() {
      return SampleData.RATIOS;
    }
  }

  @Nested
  class Pearson extends TestMethodContract implements SwapFlipsSigns, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return PearsonChiSquared.withDefaults();
    }

    @Override
    public SampleData data() {
      return SampleData.CONVERSIONS;
    }
  }

  @Nested
  class G extends TestMethodContract implements SwapFlipsSigns, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return GTest.withDefaults();
    }

    @Override
    public SampleData data() {
      return SampleData.CONVERSIONS;
    }
  }

  @Nested
  class TwoProportions extends TestMethodContract implements SwapFlipsSigns, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return TwoProportionZTest.withDefaults();
    }

    @Override
    public SampleData data() {
      return SampleData.CONVERSIONS;
    }
  }

  @Nested
  class Lift extends TestMethodContract
      implements ScaleChangesNothing, IntervalMatchesPValue, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return RelativeLift.withDefaults();
    }
  }

  @Nested
  class FiellerLiftOfRatios extends TestMethodContract
      implements ScaleChangesNothing, IntervalMatchesPValue, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return RelativeLift.withDefaults().with(RelativeLift.Bounds.FIELLER).with(Estimator.RATIO);
    }

    @Override
    public SampleData data() {
      return SampleData.RATIOS;
    }
  }

  @Nested
  class Equivalence extends TestMethodContract
      implements SwapFlipsSigns, ShiftChangesNothing, ConservativeUnderTheNull {

    @Override
    public TestMethod method() {
      return EquivalenceTest.within(-0.4, 0.4);
    }

    @Override
    public double nullEffect() {
      return 0.4;
    }
  }

  @Nested
  class NonInferiority extends TestMethodContract
      implements ShiftChangesNothing, IntervalMatchesPValue, UniformUnderTheNull {

    @Override
    public TestMethod method() {
      return NonInferiorityTest.ofMargin(0.4);
    }

    @Override
    public double nullEffect() {
      return -0.4;
    }
  }

  @Nested
  class Sprt extends TestMethodContract
      implements SwapFlipsSigns,
          ShiftChangesNothing,
          IntervalMatchesPValue,
          ConservativeUnderTheNull {

    @Override
    public TestMethod method() {
      return MixtureSprt.ofTauSquared(0.3);
    }
  }

  @Nested
  class ConfidenceSequence extends TestMethodContract
      implements SwapFlipsSigns,
          ShiftChangesNothing,
          ScaleScales,
          IntervalMatchesPValue,
          ConservativeUnderTheNull {

    @Override
    public TestMethod method() {
      return AsymptoticConfidenceSequence.tunedTo(300);
    }
  }
}
