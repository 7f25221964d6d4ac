package io.github.evenlot.inference;

import java.util.List;

/** What is held against the null hypothesis of no effect. */
public enum Alternative {
  /** The treatment differs, either way. */
  TWO_SIDED("two-sided"),
  /** The treatment is above the control. */
  GREATER("greater"),
  /** The treatment is below the control. */
  LESS("less");

  private final String id;

  Alternative(String id) {
    this.id = id;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /**
   * The alternative with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Alternative byId(String id) {
    return Choices.byId("alternative", List.of(values()), Alternative::id, id);
  }
}
