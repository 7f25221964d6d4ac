package io.github.evenlot.flink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Collects what comes in a list of the test. For jobs that don't fail. */
final class CollectSink<T> implements Sink<T> {

  private static final Map<Integer, List<Object>> LISTS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int number = NUMBERS.incrementAndGet();

  CollectSink() {
    LISTS.put(number, Collections.synchronizedList(new ArrayList<>()));
  }

  @SuppressWarnings("unchecked")
  List<T> collected() {
    return (List<T>) List.copyOf(LISTS.get(number));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    List<Object> list = LISTS.get(number);
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context any) {
        list.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
