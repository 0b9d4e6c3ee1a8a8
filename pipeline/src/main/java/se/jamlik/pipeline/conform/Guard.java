package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.Personnummer;

/** Counts by column what may be a personnummer in the rows of one part of a delivery. */
final class Guard {
  /** The value stands where no column of the header is. */
  static final int NO_COLUMN = Integer.MAX_VALUE;

  private final int lastYear;
  private final TreeMap<Integer, Counts> counts = new TreeMap<>();
  private boolean hasCertain;

  /** {@code lastYear} is the year of as-of. */
  Guard(int lastYear) {
    this.lastYear = lastYear;
  }

  boolean hasCertain() {
    return hasCertain;
  }

  /** What the text holds; most lines hold nothing and need no look at their columns. */
  Personnummer.Find in(String text) {
    return Personnummer.in(text, lastYear);
  }

  /** The text as it may be kept beside a reason. */
  String masked(String text) {
    return Personnummer.masked(text, lastYear);
  }

  /** Counts what a value of a column holds; whether it holds anything. */
  boolean count(int column, @Nullable String value, long line) {
    Personnummer.Find find = value == null ? Personnummer.Find.NOTHING : in(value);
    if (value != null && find != Personnummer.Find.NOTHING) {
      add(column, find, value, line);
    }
    return find != Personnummer.Find.NOTHING;
  }

  /** Counts a certain one outside the columns of the header. */
  void countElsewhere(long line) {
    add(NO_COLUMN, Personnummer.Find.CERTAIN, "", line);
  }

  List<ChunkOutcome.Find> finds() {
    List<ChunkOutcome.Find> finds = new ArrayList<>();
    counts.forEach(
        (column, count) ->
            finds.add(
                new ChunkOutcome.Find(
                    column,
                    count.certain,
                    count.firstCertain,
                    count.bare,
                    count.firstBare,
                    count.distinct)));
    return finds;
  }

  private void add(int column, Personnummer.Find find, String value, long line) {
    Counts count = counts.computeIfAbsent(column, key -> new Counts());
    if (find == Personnummer.Find.CERTAIN) {
      hasCertain = true;
      count.firstCertain = count.certain++ == 0 ? line : count.firstCertain;
    } else {
      count.firstBare = count.bare++ == 0 ? line : count.firstBare;
      count.distinct.add(Hashes.of(value));
    }
  }

  private static final class Counts {
    private long certain;
    private long firstCertain;
    private long bare;
    private long firstBare;
    private final Set<Long> distinct = new HashSet<>();
  }
}
