package se.jamlik.pipeline.measure;

import java.io.Serializable;

/**
 * A sum over the rows of a group and the persons behind it.
 *
 * @param sum of the term over the rows
 * @param persons the distinct persons whose term is not 0
 * @param key the exclusive or of their record keys, which is the cell key of their count
 */
public record Counted(double sum, long persons, long key) implements Serializable {
  static final Counted NONE = new Counted(0, 0, 0);

  /** The count of these persons and of others, none of whom is among them. */
  Counted with(Counted others) {
    return new Counted(sum + others.sum, persons + others.persons, key ^ others.key);
  }
}
