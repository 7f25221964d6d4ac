package io.github.evenlot.experiment;

import io.github.evenlot.internal.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which fields two values of one key differ, for messages. */
final class Differences {

  private final List<String> found = new ArrayList<>();

  static String between(MutexGroup one, MutexGroup other) {
    return new Differences()
        .field("unit kind", one.unitKind(), other.unitKind())
        .field("bucketing", one.bucketing(), other.bucketing())
        .field("salt", one.salt(), other.salt())
        .field("holdouts", one.holdouts(), other.holdouts())
        .within(one.within(), other.within())
        .toString();
  }

  static String between(Holdout one, Holdout other) {
    return new Differences()
        .field("unit kind", one.unitKind(), other.unitKind())
        .field("bucketing", one.bucketing(), other.bucketing())
        .field("salt", one.salt(), other.salt())
        .field("percent", percent(one), percent(other))
        .toString();
  }

  private static String percent(Holdout holdout) {
    return Decimals.shown(BigDecimal.valueOf(holdout.hundredths(), 2));
  }

  private Differences field(String name, @Nullable Object one, @Nullable Object other) {
    if (!Objects.equals(one, other)) {
      found.add("%s %s and %s".formatted(name, one, other));
    }
    return this;
  }

  /** Slots that are called the same differ in what their groups are. */
  private Differences within(@Nullable Slot one, @Nullable Slot other) {
    if (one != null
        && other != null
        && !one.equals(other)
        && one.toString().equals(other.toString())) {
      found.add("within %s: %s".formatted(one, between(one.group(), other.group())));
      return this;
    }
    return field("within", one, other);
  }

  @Override
  public String toString() {
    return String.join(", ", found);
  }
}
