package io.github.evenlot.serving;

import io.github.evenlot.experiment.UnitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which id to randomise by for a visitor who is first anonymous and then known, as after a login.
 * Whichever it is: exposures and events must carry that id, or they won't find each other.
 */
public enum LinkPolicy {

  /**
   * By the anonymous id until the visitor is known, by the known id from then on. A user has one
   * variant on all devices, but may change it at the login: what came before belongs to another
   * unit. For experiments behind a login.
   */
  KNOWN_ID {
    @Override
    UnitId linked(UnitId anonymous, UnitId known, UnitLinks links) {
      return known;
    }
  },

  /**
   * By the anonymous id under which the user was met first, for ever: the login changes nothing,
   * and other devices follow the first one once the user is known there. Users who are first met on
   * one device are one unit. Needs a store of links. For experiments that begin before the login.
   */
  FIRST_ID {
    @Override
    UnitId linked(UnitId anonymous, UnitId known, UnitLinks links) {
      return links.link(known, anonymous);
    }
  };

  abstract UnitId linked(UnitId anonymous, UnitId known, UnitLinks links);

  /**
   * The unit to randomise.
   *
   * @param anonymous the id of the device or the visit
   * @param known the id of the user, null as long as nobody is logged in
   * @param links who has been linked with whom; only {@link #FIRST_ID} asks
   */
  public UnitId unit(UnitId anonymous, @Nullable UnitId known, UnitLinks links) {
    Objects.requireNonNull(anonymous, "anonymous");
    return known == null ? anonymous : linked(anonymous, known, links);
  }
}
