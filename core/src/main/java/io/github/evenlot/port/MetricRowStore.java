package io.github.evenlot.port;

import io.github.evenlot.metric.MetricRow;
import java.util.Collection;
import java.util.List;

/**
 * Where the rows of increments are kept, those of the streaming and those of the batch job apart.
 *
 * <p>A row is written as its absolute value. Which of two values stays is decided by their {@link
 * Fence} alone: the higher one, and the first one where they are equal. So writing is idempotent,
 * and the order in which writes arrive does not matter.
 */
public interface MetricRowStore {

  /** A number that no job of this origin has had, higher than all before. */
  long nextJobEpoch(RowOrigin origin);

  /**
   * Writes rows, all or none. A row whose stored fence is at or above {@code fence} stays as it is.
   *
   * @return how many of the rows were written
   * @throws IllegalArgumentException if two rows have the same key; nothing is written then
   */
  int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> rows);

  /** The rows of an experiment, sorted by key. */
  List<MetricRow> find(RowOrigin origin, String experiment);

  /**
   * Removes the rows that jobs before {@code jobEpoch} wrote and this one did not: once a job has
   * recomputed everything, they are about facts that are no more. From then on jobs before {@code
   * jobEpoch} write nothing, so one that should be dead can't bring a row back.
   *
   * @return how many were removed
   */
  int removeBefore(RowOrigin origin, long jobEpoch);
}
