package io.github.evenlot.flink;

import org.apache.flink.api.connector.sink2.Committer.CommitRequest;

/** A request to commit, made by hand; what a committer may answer it with is not expected. */
record Request(FencedRows rows) implements CommitRequest<FencedRows> {

  @Override
  public FencedRows getCommittable() {
    return rows;
  }

  @Override
  public int getNumberOfRetries() {
    return 0;
  }

  @Override
  public void signalFailedWithKnownReason(Throwable t) {
    throw new AssertionError(t);
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable t) {
    throw new AssertionError(t);
  }

  @Override
  public void retryLater() {
    throw new AssertionError("not expected");
  }

  @Override
  public void updateAndRetryLater(FencedRows updated) {
    throw new AssertionError("not expected");
  }

  @Override
  public void signalAlreadyCommitted() {
    throw new AssertionError("not expected");
  }
}
