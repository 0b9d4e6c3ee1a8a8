package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.adapt.Delivery;

class FileCountsTest {
  @Test
  void theAccountOfTheFilesIsAddedUpByTable() {
    List<Delivery> files =
        List.of(
            Drawn.file(1, "sol", 100, Map.of("quarantined", 5L, "duplicates", 10L)),
            Drawn.file(2, "sol", 20, Map.of("replaced", 7L, "unknown", 1L)),
            Drawn.file(3, "sol", 0, Map.of("refused", 1L)),
            Drawn.file(4, "lmed", 50, Map.of("quarantined", 50L)));

    assertThat(counted(files, "sol", "required_table")).isEqualTo("required_table 0/1");
    assertThat(counted(files, "lmed", "required_table")).isEqualTo("required_table 1/1");
    assertThat(counted(files, "khsl", "required_table")).isEqualTo("required_table 1/1");
    assertThat(counted(files, "sol", "quarantined_rows")).isEqualTo("quarantined_rows 5/120");
    assertThat(counted(files, "sol", "repeated_rows")).isEqualTo("repeated_rows 10/120");
    assertThat(counted(files, "sol", "replaced_rows")).isEqualTo("replaced_rows 7/120");
    // 105 are accepted, 7 of them in the place of a row of an earlier file; 90 rows stand.
    assertThat(counted(files, "sol", "unique_key")).isEqualTo("unique_key 8/105");
    assertThat(counted(files, "sol", "refused_files")).isEqualTo("refused_files 1/3");
    assertThat(counted(files, "sol", "unknown_columns")).isEqualTo("unknown_columns 1/3");
  }

  @Test
  void theNewestFileIsComparedWithTheOneBefore() {
    assertThat(counted(sizes(100), "eb", "smaller_file")).isEqualTo("smaller_file 0/0");
    assertThat(counted(sizes(100, 40), "eb", "smaller_file")).isEqualTo("smaller_file 60/100");
    assertThat(counted(sizes(100, 400), "eb", "smaller_file")).isEqualTo("smaller_file 0/100");
  }

  @Test
  void theNewestFileIsComparedWithTheMedianOfTheLastThirty() {
    assertThat(counted(sizes(100, 100, 100, 100, 100, 900), "eb", "unusual_file"))
        .isEqualTo("unusual_file 0/0");
    // The median is 100; equal files have no deviation, and chance bears 4 times its root, 40.
    assertThat(counted(sizes(100, 100, 100, 100, 100, 100, 140), "eb", "unusual_file"))
        .isEqualTo("unusual_file 0/1");
    assertThat(counted(sizes(100, 100, 100, 100, 100, 100, 59), "eb", "unusual_file"))
        .isEqualTo("unusual_file 1/1");
    // Deviations of 50 bear 200.
    assertThat(counted(sizes(50, 50, 100, 100, 150, 150, 300), "eb", "unusual_file"))
        .isEqualTo("unusual_file 0/1");
    assertThat(counted(sizes(50, 50, 100, 100, 150, 150, 301), "eb", "unusual_file"))
        .isEqualTo("unusual_file 1/1");
  }

  @Test
  void filesOlderThanTheLastThirtyDoNotCount() {
    int[] sizes =
        IntStream.concat(
                IntStream.generate(() -> 9000).limit(60), IntStream.generate(() -> 100).limit(31))
            .toArray();
    assertThat(counted(sizes(sizes), "eb", "unusual_file")).isEqualTo("unusual_file 0/1");
  }

  private static List<Delivery> sizes(int... rows) {
    return IntStream.range(0, rows.length)
        .mapToObj(i -> Drawn.file(i + 1, "eb", rows[i], Map.of()))
        .toList();
  }

  private static String counted(List<Delivery> files, String table, String check) {
    return Stream.of(new FileCounts(files, any -> 90L).of(Drawn.check(check, table)))
        .map(SmallTables::inWords)
        .findFirst()
        .orElseThrow();
  }
}
