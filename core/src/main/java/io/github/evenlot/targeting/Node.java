package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** A part of a condition, which judges one value. */
@FunctionalInterface
interface Node {

  /**
   * @param value the value; of a whole condition the attributes
   * @param left how many steps may be taken, above 0
   * @return the verdict and the steps then left, see {@link Steps}
   */
  int judge(@Nullable Object value, int left);

  /** The same, looking for attributes by their indices in {@link AttributeValues}. */
  default Node bind(AttributeNames names) {
    return this;
  }
}
