package io.github.evenlot.sequential;

/** A spending function with a name; equal to another of the same name. */
record Spending(String id, SpendingFunction function) implements SpendingFunction {

  /** The name of those that have none. */
  static final String UNNAMED = "unnamed";

  @Override
  public double spent(double alpha, double information) {
    return function.spent(alpha, information);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spending that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
