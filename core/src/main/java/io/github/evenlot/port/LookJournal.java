package io.github.evenlot.port;

import io.github.evenlot.sequential.Look;
import java.util.Collection;
import java.util.List;

/** Where looks are recorded, before anyone sees their result. Append only. */
public interface LookJournal {

  /**
   * Records looks, all or none, in whatever order they are given.
   *
   * @throws IllegalStateException if one of them (experiment, metric, variant, number) is recorded
   *     already, or would leave a gap in the numbers; nothing is recorded then
   */
  void append(Collection<Look> looks);

  /** The looks of an experiment, sorted by metric, variant and number. */
  List<Look> find(String experiment);
}
