package io.github.evenlot.inference;

import java.util.ServiceLoader;

/**
 * Makes a test method from the parameters of a configuration or a command line.
 *
 * <p>A researcher's method joins all others by one class with a public constructor without
 * arguments, and one line that names it: in {@code
 * META-INF/services/io.github.evenlot.inference.TestMethodProvider}, or {@code provides} in a
 * module descriptor. The class may be the method itself. {@link ServiceLoader} does the rest.
 */
public interface TestMethodProvider {

  /** The id of the methods made here; {@link TestMethod#id()}. */
  String id();

  /**
   * A method so configured.
   *
   * @param parameters to be asked for every parameter the method knows
   * @throws IllegalArgumentException if a parameter is missing or out of bounds
   */
  TestMethod create(MethodParameters parameters);
}
