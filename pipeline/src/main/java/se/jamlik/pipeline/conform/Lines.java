package se.jamlik.pipeline.conform;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** Gathers the numbers of lines in one bitmap. */
final class Lines extends Aggregator<Long, Roaring64Bitmap, byte[]> {
  private static final long serialVersionUID = 1;

  @Override
  public Roaring64Bitmap zero() {
    return new Roaring64Bitmap();
  }

  @Override
  public Roaring64Bitmap reduce(Roaring64Bitmap lines, Long line) {
    lines.addLong(line);
    return lines;
  }

  @Override
  public Roaring64Bitmap merge(Roaring64Bitmap one, Roaring64Bitmap other) {
    one.or(other);
    return one;
  }

  @Override
  public byte[] finish(Roaring64Bitmap lines) {
    lines.runOptimize();
    return StruckRows.bytes(lines);
  }

  @Override
  public Encoder<Roaring64Bitmap> bufferEncoder() {
    return Encoders.javaSerialization(Roaring64Bitmap.class);
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}
