package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/** Gives every person the permanent record key that disclosure control rests on. */
public interface PersonKeys extends Serializable {
  /** A function from person to record key, to be used by one thread alone. */
  LongUnaryOperator forOnePartition();
}
