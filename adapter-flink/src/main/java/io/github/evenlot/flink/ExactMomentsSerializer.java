package io.github.evenlot.flink;

import io.github.evenlot.statistics.ExactMoments;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Moments as the format, n, and the eight sums; a sum is its length in bytes and its integer of
 * millionths (of products: squared millionths) in two's complement, the highest byte first.
 */
final class ExactMomentsSerializer extends ValueSerializer<ExactMoments> {

  private static final long serialVersionUID = 1;
  private static final int FORMAT = 1;
  private static final int SCALE = 6;

  @Override
  public void serialize(ExactMoments moments, DataOutputView out) throws IOException {
    out.writeByte(FORMAT);
    out.writeLong(moments.n());
    write(moments.sumY(), out);
    write(moments.sumYy(), out);
    write(moments.sumX(), out);
    write(moments.sumXx(), out);
    write(moments.sumXy(), out);
    write(moments.sumC(), out);
    write(moments.sumCc(), out);
    write(moments.sumYc(), out);
  }

  @Override
  public ExactMoments deserialize(DataInputView in) throws IOException {
    Formats.check("moments", in.readUnsignedByte(), FORMAT);
    return ExactMoments.of(
        in.readLong(),
        read(SCALE, in),
        read(2 * SCALE, in),
        read(SCALE, in),
        read(2 * SCALE, in),
        read(2 * SCALE, in),
        read(SCALE, in),
        read(2 * SCALE, in),
        read(2 * SCALE, in));
  }

  private static void write(BigDecimal sum, DataOutputView out) throws IOException {
    byte[] bytes = sum.signum() == 0 ? new byte[0] : sum.unscaledValue().toByteArray();
    out.writeByte(bytes.length);
    out.write(bytes);
  }

  private static BigDecimal read(int scale, DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedByte()];
    in.readFully(bytes);
    return bytes.length == 0 ? BigDecimal.ZERO : new BigDecimal(new BigInteger(bytes), scale);
  }

  @Override
  public TypeSerializerSnapshot<ExactMoments> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<ExactMoments> {
    public Snapshot() {
      super(new ExactMomentsSerializer());
    }
  }
}
