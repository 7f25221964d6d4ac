package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Flink's types of the values that go in and out. A stream made with one of them is carried in a
 * compact format of its own; without, Flink would fall back to Kryo.
 */
public final class FactTypes {

  public static final TypeInformation<Fact> FACT =
      new ValueType<>(Fact.class, new FactSerializer());

  public static final TypeInformation<Exposure> EXPOSURE =
      new ValueType<>(Exposure.class, new ExposureSerializer());

  public static final TypeInformation<MetricEvent> METRIC_EVENT =
      new ValueType<>(MetricEvent.class, new MetricEventSerializer());

  public static final TypeInformation<RejectedFact> REJECTED_FACT =
      new ValueType<>(RejectedFact.class, new RejectedFactSerializer());

  private FactTypes() {}
}
