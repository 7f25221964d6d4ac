package io.github.evenlot.flink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/** The first phase: rows come complete with their fence, so they are only handed on. */
final class RowWriter implements CommittingSinkWriter<FencedRows, FencedRows> {

  private List<FencedRows> pending = new ArrayList<>();

  @Override
  public void write(FencedRows rows, Context context) {
    pending.add(rows);
  }

  /** Nothing is buffered on the way to anywhere. */
  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public Collection<FencedRows> prepareCommit() {
    List<FencedRows> prepared = pending;
    pending = new ArrayList<>();
    return prepared;
  }

  /** Nothing is open. */
  @Override
  public void close() {}
}
