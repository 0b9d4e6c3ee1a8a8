package se.jamlik.pipeline.measure;

/**
 * Counts of persons side by side, each with the exclusive or of their record keys.
 *
 * @param size how many counts there are
 */
record KeyedCounts(int size) implements Adder {
  private static final int PART = 2;

  @Override
  public long[] empty() {
    return new long[PART * size];
  }

  /** Adds a person to one of the counts. */
  static void add(long[] counts, int place, long recordKey) {
    counts[PART * place]++;
    counts[PART * place + 1] ^= recordKey;
  }

  @Override
  public void addAll(long[] counts, long[] others) {
    for (int part = 0; part < others.length; part += PART) {
      counts[part] += others[part];
      counts[part + 1] ^= others[part + 1];
    }
  }

  static Counted counted(long[] counts, int place) {
    long persons = counts[PART * place];
    return new Counted(persons, persons, counts[PART * place + 1]);
  }
}
