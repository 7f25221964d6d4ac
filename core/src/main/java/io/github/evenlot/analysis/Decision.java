package io.github.evenlot.analysis;

import java.util.Objects;
import java.util.Optional;

/**
 * What an analysis advises, and why.
 *
 * @param verdict what to do
 * @param variant the arm to ship, with {@link Verdict#SHIP}
 * @param explanation one sentence for people
 */
public record Decision(Verdict verdict, Optional<String> variant, String explanation) {

  public Decision {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(explanation, "explanation");
  }

  static Decision of(Verdict verdict, String explanation) {
    return new Decision(verdict, Optional.empty(), explanation);
  }

  Decision and(String clause) {
    return new Decision(verdict, variant, explanation + "; " + clause);
  }
}
