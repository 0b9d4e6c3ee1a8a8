package se.jamlik.pipeline.measure;

/** Adds up one thing for one cell, in an array of longs that is small to keep and quick to send. */
interface Adder {

  /** What there is before anybody is added. */
  long[] empty();

  /** Adds what was added up over other persons. */
  void addAll(long[] sums, long[] others);
}
