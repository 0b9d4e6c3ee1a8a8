package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.FlippedBit;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Delivery;

/**
 * Disks that change what adapt and conform have kept: the next night fails or gives the rows and
 * the account of an undisturbed one, and never others.
 */
@ExtendWith(SparkTest.class)
final class KeptFlipsTest {
  private final SparkSession spark;
  @TempDir private Path folder;
  private SmallInbox inbox;
  private Map<String, List<String>> undisturbed;
  private List<Delivery> account;

  KeptFlipsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aFlippedBitOfWhatIsKeptIsAnErrorOrMadeAnew() throws IOException {
    assertThatNoFlipIsSilent(4);
  }

  @Test
  @Tag("faults")
  void manyFlippedBitsOfWhatIsKeptAreErrorsOrMadeAnew() throws IOException {
    assertThatNoFlipIsSilent(150);
  }

  private void assertThatNoFlipIsSilent(int flips) throws IOException {
    inbox = new SmallInbox(spark, folder);
    StringBuilder services = new StringBuilder("lopnr;kommun;insats;fom;tom;timmar_man\n");
    for (int person = 0; person < 300; person++) {
      services.append(
          "p%d;2480;SABO;2024-01-%02d;;%d%n".formatted(person, 1 + person % 28, person));
    }
    inbox.with("sol/1.csv", StandardCharsets.UTF_8, services.toString());
    inbox.with("sol/2.csv", "lopnr;kommun;insats;fom", "p1;2480;SABO;2025-01-01", "p2;2480;X;");
    inbox.andTheRest();
    Conformed first = inbox.published();
    undisturbed = rows(first);
    account = first.deliveries();
    Path kept = folder.resolve("kept");
    copy(Path.of(inbox.out()), kept);
    long seed = System.nanoTime();
    Random draws = new Random(seed);
    int found = 0;
    for (int flip = 1; flip <= flips; flip++) {
      List<Path> files = files();
      FlippedBit flipped = FlippedBit.drawn(files, draws);
      flipped.turn();
      if (flip % 2 == 0) {
        // Rows of deliveries are read when their table is written anew.
        Files.delete(
            Path.of(inbox.out(), "conformed", "tables", "social_service", "_settled.json"));
      }
      found += outcome("flip %d of seed %d, %s".formatted(flip, seed, flipped)) ? 1 : 0;
      delete(Path.of(inbox.out()));
      copy(kept, Path.of(inbox.out()));
    }
    System.out.printf("of %d flips %d ended the night%n", flips, found);
  }

  /** Whether the night failed; if it did not, it must have been the undisturbed one. */
  private boolean outcome(String what) {
    Map<String, List<String>> rows;
    Conformed conformed;
    try {
      conformed = inbox.conformed();
      rows = rows(conformed);
    } catch (Exception | Error e) {
      return true;
    }
    assertThat(rows).as(what).isEqualTo(undisturbed);
    assertThat(conformed.deliveries()).as(what).isEqualTo(account);
    return false;
  }

  private static Map<String, List<String>> rows(Conformed conformed) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : List.of("social_service", "resident")) {
      Dataset<Row> all = conformed.tables().get(table);
      if (all != null) {
        rows.put(table, all.collectAsList().stream().map(Row::mkString).sorted().toList());
      }
    }
    return rows;
  }

  private List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String place :
        new String[] {"conformed/deliveries/sol", "conformed/tables/social_service", "adapted"}) {
      try (Stream<Path> files = Files.walk(Path.of(inbox.out(), place))) {
        files
            .filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
