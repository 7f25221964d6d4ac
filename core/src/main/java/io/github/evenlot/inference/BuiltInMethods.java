package io.github.evenlot.inference;

import java.util.List;
import java.util.function.Function;

/** The test methods that come with Evenlot. */
final class BuiltInMethods {

  static final List<TestMethodProvider> ALL =
      List.of(
          method(WelchTTest.ID, p -> new WelchTTest(p.confidence(), p.alternative())),
          method(StudentTTest.ID, p -> new StudentTTest(p.confidence(), p.alternative())),
          method(PearsonChiSquared.ID, p -> new PearsonChiSquared()),
          method(GTest.ID, p -> new GTest()),
          method(TwoProportionZTest.ID, BuiltInMethods::twoProportionZ),
          method(RatioTest.ID, p -> new RatioTest(p.confidence(), p.alternative())),
          method(CupedTest.ID, p -> new CupedTest(p.confidence(), p.alternative())),
          method(RelativeLift.ID, BuiltInMethods::relativeLift),
          method(EquivalenceTest.ID, BuiltInMethods::equivalence),
          method(NonInferiorityTest.ID, BuiltInMethods::nonInferiority),
          method(MixtureSprt.ID, BuiltInMethods::mixtureSprt),
          method(AsymptoticConfidenceSequence.ID, BuiltInMethods::asymptoticSequence));

  private BuiltInMethods() {}

  private static TestMethod twoProportionZ(MethodParameters p) {
    ProportionBounds bounds = ProportionBounds.byId(p.text("bounds", "newcombe"));
    return new TwoProportionZTest(p.confidence(), p.alternative(), bounds);
  }

  private static TestMethod relativeLift(MethodParameters p) {
    RelativeLift.Bounds bounds = RelativeLift.Bounds.byId(p.text("bounds", "delta"));
    return new RelativeLift(p.confidence(), p.alternative(), p.estimator(), bounds);
  }

  private static TestMethod equivalence(MethodParameters p) {
    return new EquivalenceTest(p.number("low"), p.number("high"), p.confidence(), p.estimator());
  }

  private static TestMethod nonInferiority(MethodParameters p) {
    Alternative better = p.alternative(Alternative.GREATER);
    return new NonInferiorityTest(p.number("margin"), better, p.confidence(), p.estimator());
  }

  private static TestMethod mixtureSprt(MethodParameters p) {
    return new MixtureSprt(p.number("tau_squared"), p.confidence(), p.estimator());
  }

  private static TestMethod asymptoticSequence(MethodParameters p) {
    return new AsymptoticConfidenceSequence(
        p.number("tuning_n"), p.confidence(), p.alternative(), p.estimator());
  }

  private static TestMethodProvider method(
      String id, Function<MethodParameters, TestMethod> constructor) {
    return new Provider(id, constructor);
  }

  private record Provider(String id, Function<MethodParameters, TestMethod> constructor)
      implements TestMethodProvider {

    @Override
    public TestMethod create(MethodParameters parameters) {
      return constructor.apply(parameters);
    }
  }
}
