package se.jamlik.pipeline.measure;

import java.io.Serializable;

/**
 * A cell of several years together, or one of the standard population's groups in it.
 *
 * @param standardGroup its place, or {@link #WHOLE}
 */
record PooledCell(Cell cell, int standardGroup) implements Serializable {
  static final int WHOLE = -1;

  boolean isWhole() {
    return standardGroup == WHOLE;
  }
}
