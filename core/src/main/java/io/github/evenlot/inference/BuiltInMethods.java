package io.github.evenlot.inference;

import java.util.List;
import java.util.function.Function;

/** The test methods that come with Evenlot. */
final class BuiltInMethods {

  static final List<TestMethodProvider> ALL =
      List.of(
          method(WelchTTest.ID, p -> new WelchTTest(p.confidence(), p.alternative())),
          method(PearsonChiSquared.ID, p -> new PearsonChiSquared()),
          method(
              RelativeLift.ID,
              p ->
                  new RelativeLift(
                      p.confidence(),
                      p.alternative(),
                      Estimator.byId(p.text("estimator", "mean")),
                      RelativeLift.Bounds.byId(p.text("bounds", "delta")))));

  private BuiltInMethods() {}

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
