package io.github.evenlot.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Every test method there is: those of Evenlot and those that {@link ServiceLoader} finds on the
 * class path or module path.
 */
public final class TestMethods {

  private TestMethods() {}

  /** Looked for once, when the first method is asked for. */
  private static final class Found {

    static final Map<String, TestMethodProvider> PROVIDERS = providers();
  }

  /** The ids, Evenlot's own first. */
  public static List<String> ids() {
    return List.copyOf(Found.PROVIDERS.keySet());
  }

  /** The method with this id and its defaults. */
  public static TestMethod byId(String id) {
    return create(id, Map.of());
  }

  /**
   * The method with this id and these parameters.
   *
   * @param parameters numbers or texts by name, as {@code confidence} or {@code margin}
   * @throws IllegalArgumentException if there is no such method or parameter, or a parameter is
   *     missing or out of bounds; the message lists those there are
   */
  public static TestMethod create(String id, Map<String, ?> parameters) {
    TestMethodProvider provider = Found.PROVIDERS.get(id);
    if (provider == null) {
      throw new IllegalArgumentException(
          "no test method \"%s\"; there are %s".formatted(id, Found.PROVIDERS.keySet()));
    }
    MethodParameters asked = MethodParameters.of(parameters);
    TestMethod method = provider.create(asked);
    asked.refuseUnknown(id);
    return method;
  }

  private static Map<String, TestMethodProvider> providers() {
    Map<String, TestMethodProvider> providers = new LinkedHashMap<>();
    BuiltInMethods.ALL.forEach(provider -> add(provider, providers));
    ServiceLoader.load(TestMethodProvider.class).forEach(provider -> add(provider, providers));
    return providers;
  }

  private static void add(TestMethodProvider provider, Map<String, TestMethodProvider> providers) {
    TestMethodProvider other = providers.putIfAbsent(provider.id(), provider);
    if (other != null) {
      throw new IllegalStateException(
          "two test methods have the id \"%s\": %s and %s"
              .formatted(provider.id(), other.getClass(), provider.getClass()));
    }
  }
}
