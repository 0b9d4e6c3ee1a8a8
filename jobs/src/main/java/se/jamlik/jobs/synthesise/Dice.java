package se.jamlik.jobs.synthesise;

/**
 * A reproducible stream of random numbers. It starts from a key made of the seed, the person (or
 * household) and the purpose, so a draw depends on nothing else: not on the partition, not on how
 * many draws others have made. The generator is splitmix64 (Steele, Lea and Flood, 2014).
 */
final class Dice {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** What a stream is for. */
  enum Purpose {
    BLOCK,
    ARRIVALS,
    HOUSEHOLD,
    PERSON,
    CONDITIONS,
    DEATH,
    BIRTHS,
    STAYS,
    VISITS,
    CONTACTS,
    DRUGS,
    NEEDS,
    HOME_CARE,
    ACTS,
    SUPPORT,
    ASSISTANCE,
    CHILDREN,
    INCOME,
    PLACES,
    LISTING,
    FAULTS;

    private final long key = mixed(name().hashCode());
  }

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, long who, Purpose purpose) {
    return new Dice(mixed(mixed(mixed(seed) + who * STEP) + purpose.key));
  }

  /** A number that looks random and depends on the value alone. */
  static long mixed(long value) {
    long bits = value + STEP;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  private long next() {
    state += STEP;
    return mixed(state);
  }

  /** Evenly in [0, 1). */
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Evenly in [0, bound). */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Evenly in [first, last]. */
  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** Standard normal (Box and Muller); StrictMath, so that every machine gives the same bits. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Exponential with the given mean. */
  double waiting(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** Poisson by multiplication (Knuth); meant for means below 50. */
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  /** Index drawn in proportion to the first {@code length} weights, which are not all zero. */
  int weighted(double[] weights, int length) {
    double sum = 0;
    for (int index = 0; index < length; index++) {
      sum += weights[index];
    }
    double left = uniform() * sum;
    for (int index = 0; index < length; index++) {
      left -= weights[index];
      if (left < 0) {
        return index;
      }
    }
    return length - 1;
  }

  <T> T oneOf(java.util.List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
