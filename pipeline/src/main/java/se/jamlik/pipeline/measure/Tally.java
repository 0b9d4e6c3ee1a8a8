package se.jamlik.pipeline.measure;

import java.io.Serializable;

/**
 * What is kept of the amounts of a cell's residents, one resident after the other.
 *
 * @param <T> the class itself
 */
interface Tally<T extends Tally<T>> extends Serializable {

  /**
   * Adds a resident.
   *
   * @param amount not negative
   * @param recordKey of the resident
   */
  void add(long amount, long recordKey);

  /** Adds the residents of another part of the cell. */
  T with(T other);
}
