package se.jamlik.pipeline.extract;

import java.util.List;

/**
 * How alike the rows of an extract are.
 *
 * @param rows that are in the file
 * @param persons that are in the file
 * @param leftOut rows of groups that are too small
 * @param smallGroups how many such groups there were
 * @param smallestGroup persons in the smallest group of the file
 * @param quasiIdentifiers by which the groups are formed, with the period
 */
public record Anonymity(
    long rows,
    long persons,
    long leftOut,
    long smallGroups,
    long smallestGroup,
    List<String> quasiIdentifiers) {
  public Anonymity {
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
  }
}
