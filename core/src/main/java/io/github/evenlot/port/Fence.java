package io.github.evenlot.port;

/**
 * The place of a write in the order of writes: first by job, then within the job. A write never
 * replaces what a later one has written, so neither a replay nor a job that should be dead can take
 * a row back.
 *
 * @param jobEpoch from {@link MetricRowStore#nextJobEpoch}, higher for every new job
 * @param sequence rises within a job, as the number of a checkpoint does; not negative
 */
public record Fence(long jobEpoch, long sequence) implements Comparable<Fence> {

  public Fence {
    if (jobEpoch < 1) {
      throw new IllegalArgumentException("jobEpoch " + jobEpoch + " is below 1");
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence " + sequence + " is below 0");
    }
  }

  @Override
  public int compareTo(Fence other) {
    return jobEpoch != other.jobEpoch
        ? Long.compare(jobEpoch, other.jobEpoch)
        : Long.compare(sequence, other.sequence);
  }
}
