package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionCountsTest {
  private static final Grouper SIXTY_FOUR =
      new Grouper("many", IntStream.range(0, Long.SIZE).mapToObj(i -> "condition " + i).toList());

  @Test
  void everyBitOfAMaskIsACondition() {
    long[] counts = ConditionCounts.ofConditions(SIXTY_FOUR).empty();
    ConditionCounts.addConditions(counts, 1L | 1L << 63, 5);
    ConditionCounts.addConditions(counts, 1L << 63, 6);
    ConditionCounts.addConditions(counts, 0, 7);

    assertThat(ConditionCounts.everybody(counts)).isEqualTo(new Counted(3, 3, 5 ^ 6 ^ 7));
    assertThat(ConditionCounts.with(counts, 0)).isEqualTo(new Counted(1, 1, 5));
    assertThat(ConditionCounts.with(counts, 1)).isEqualTo(Counted.NONE);
    assertThat(ConditionCounts.with(counts, 63)).isEqualTo(new Counted(2, 2, 5 ^ 6));
  }

  @Test
  void everyTwoOfFourConditionsAreAPair() {
    List<Integer> conditions = List.of(0, 1, 62, 63);
    long mask = conditions.stream().mapToLong(bit -> 1L << bit).sum();
    long[] pairs = ConditionCounts.ofPairs(SIXTY_FOUR).empty();
    ConditionCounts.addPairs(pairs, mask, 9);

    for (int later = 1; later < Long.SIZE; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        boolean hasBoth = conditions.contains(earlier) && conditions.contains(later);
        assertThat(ConditionCounts.withBoth(pairs, earlier, later))
            .isEqualTo(hasBoth ? new Counted(1, 1, 9) : Counted.NONE);
      }
    }
  }

  @Test
  void aSingleConditionIsNoPair() {
    long[] pairs = ConditionCounts.ofPairs(SIXTY_FOUR).empty();
    ConditionCounts.addPairs(pairs, 1L << 63, 9);
    ConditionCounts.addPairs(pairs, 0, 9);

    assertThat(pairs).containsOnly(0);
  }

  @Test
  void countsOfOtherPersonsAddAndTheirKeysAreCombined() {
    KeyedCounts two = new KeyedCounts(2);
    long[] counts = two.empty();
    long[] others = two.empty();
    KeyedCounts.add(counts, 1, 5);
    KeyedCounts.add(others, 1, 6);
    KeyedCounts.add(others, 0, 7);
    two.addAll(counts, others);

    assertThat(KeyedCounts.counted(counts, 0)).isEqualTo(new Counted(1, 1, 7));
    assertThat(KeyedCounts.counted(counts, 1)).isEqualTo(new Counted(2, 2, 5 ^ 6));
  }

  @Test
  void everyThreeOfFiveConditionsAreATriad() {
    List<Integer> conditions = List.of(0, 1, 30, 62, 63);
    long mask = conditions.stream().mapToLong(bit -> 1L << bit).sum();
    long[] triads = ConditionCounts.ofTriads(SIXTY_FOUR).empty();
    ConditionCounts.addTriads(triads, mask, 5);
    ConditionCounts.addTriads(triads, 1L | 1L << 63, 6);

    int found = 0;
    for (int c = 2; c < Long.SIZE; c++) {
      for (int b = 1; b < c; b++) {
        for (int a = 0; a < b; a++) {
          boolean isOne = conditions.containsAll(List.of(a, b, c));
          assertThat(ConditionCounts.withAll(triads, a, b, c))
              .isEqualTo(isOne ? new Counted(1, 1, 5) : Counted.NONE);
          found += isOne ? 1 : 0;
        }
      }
    }
    assertThat(found).isEqualTo(10);
  }
}
