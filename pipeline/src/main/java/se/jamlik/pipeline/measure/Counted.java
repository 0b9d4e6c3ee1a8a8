package se.jamlik.pipeline.measure;

/**
 * A sum over the rows of a group and the persons behind it.
 *
 * @param sum of the term over the rows
 * @param persons the distinct persons whose term is not 0
 * @param key the exclusive or of their record keys, which is the cell key of their count
 */
public record Counted(double sum, long persons, long key) {
  static final Counted NONE = new Counted(0, 0, 0);
}
