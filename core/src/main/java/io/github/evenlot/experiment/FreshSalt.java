package io.github.evenlot.experiment;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mutex group whose units are dealt to its slots anew.
 *
 * @param group the group under a salt that it has not had
 * @param explanation for people: what becomes of the units of former experiments
 */
public record FreshSalt(MutexGroup group, String explanation) {

  private static final Pattern GENERATION = Pattern.compile("(?s)(.*)#([1-9][0-9]{0,8})");

  public FreshSalt {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(explanation, "explanation");
  }

  /**
   * @param formerSlots the slots that concluded experiments have held, under whatever salt
   */
  static FreshSalt of(MutexGroup group, List<Slot> formerSlots) {
    int last = generation(group.salt());
    for (Slot slot : formerSlots) {
      last = Math.max(last, generation(slot.group().salt()));
    }
    MutexGroup fresh = group.withSalt("%s#%d".formatted(base(group.salt()), last + 1));
    String explanation =
        ("mutex group \"%s\" gets the salt \"%s\": the units of each experiment that has held a"
                + " slot of it are spread evenly over all slots, of those that left just now too.")
            .formatted(group.key(), fresh.salt());
    return new FreshSalt(fresh, explanation);
  }

  /** The number behind a salt; 1 for a salt without one. */
  private static int generation(String salt) {
    Matcher numbered = GENERATION.matcher(salt);
    return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 1;
  }

  private static String base(String salt) {
    Matcher numbered = GENERATION.matcher(salt);
    return numbered.matches() ? numbered.group(1) : salt;
  }
}
