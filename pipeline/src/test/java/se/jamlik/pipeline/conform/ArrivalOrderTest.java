package se.jamlik.pipeline.conform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.adapt.Delivery;

/**
 * However corrections, reversions, repetitions and late files come, over however many nights, the
 * tables are those of reading everything anew in the order of the ledger.
 */
@ExtendWith(SparkTest.class)
class ArrivalOrderTest {
  private static final int FILES = 4;
  private static final Map<String, String> HEADERS =
      Map.of(
          "sol", "lopnr;kommun;insats;fom;tom",
          "khsl", "lopnr;kommun;kva;datum;yrke",
          "pv_kontakt", "kontakt_id;lopnr;kontaktdatum;enhet;dia1;dia2",
          "dors", "lopnr;dodsdat;ulorsak");

  private final SparkSession spark;
  private final Path folder;

  ArrivalOrderTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theOrderOfNightsIsTheOrderOfTheLedgerAndNothingElse(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, String[]> files = files(random);
    List<String> names = inOrderOfArrival(files, random);
    SmallInbox inbox = new SmallInbox(spark, Files.createDirectory(folder.resolve("nights")));

    Conformed arrived = null;
    for (int night = 0; night < 3; night++) {
      for (String name : names.subList(night * names.size() / 3, (night + 1) * names.size() / 3)) {
        inbox.with(name, files.get(name));
      }
      arrived = inbox.andTheRest().published();
      if (night == 1) {
        inbox.forget(names.get(random.nextInt(names.size() / 2)));
      }
    }

    SmallInbox fresh = new SmallInbox(spark, Files.createDirectory(folder.resolve("anew")));
    List<Delivery> standing = standing(arrived);
    for (Delivery delivery : standing) {
      if (files.containsKey(delivery.file())) {
        fresh.with(
            "%s/%03d.csv".formatted(delivery.table(), delivery.number()),
            files.get(delivery.file()));
      }
    }
    Conformed anew = fresh.andTheRest().conformed();
    assertThat(accounts(standing)).as("seed %d", seed).isEqualTo(accounts(standing(anew)));
    for (String table :
        List.of("social_service", "municipal_care_act", "primary_care_contact", "death")) {
      assertThat(rows(arrived, table, standing))
          .as("seed %d, %s", seed, table)
          .isEqualTo(rows(anew, table, standing(anew)));
    }
  }

  /** Files of few people and few values, so that their rows correct, revert and repeat others. */
  private static Map<String, String[]> files(Random random) {
    Map<String, String[]> files = new HashMap<>();
    new TreeMap<>(HEADERS)
        .forEach(
            (table, header) -> {
              for (int file = 0; file < FILES; file++) {
                List<String> lines = new ArrayList<>(List.of(header));
                for (int row = random.nextInt(12); row >= 0; row--) {
                  lines.add(row(table, random));
                }
                files.put(name(table, random), lines.toArray(String[]::new));
                if (file == 0) {
                  files.put(name(table, random), lines.toArray(String[]::new));
                }
              }
            });
    return files;
  }

  /** Any order in which each table has a file in the first third, the first night. */
  private static List<String> inOrderOfArrival(Map<String, String[]> files, Random random) {
    List<String> names = new ArrayList<>(new TreeMap<>(files).keySet());
    Collections.shuffle(names, random);
    for (String table : new TreeMap<>(HEADERS).keySet()) {
      String first =
          names.stream().filter(name -> name.startsWith(table + "/")).findFirst().orElseThrow();
      names.remove(first);
      names.add(0, first);
    }
    return names;
  }

  private static String name(String table, Random random) {
    return "%s/%08x.csv".formatted(table, random.nextInt());
  }

  private static String row(String table, Random random) {
    String person = random.nextInt(20) == 0 ? "" : "p" + random.nextInt(5);
    String day = "2024-01-0" + (1 + random.nextInt(2));
    String later = random.nextBoolean() ? "" : "2024-02-0" + (1 + random.nextInt(2));
    return switch (table) {
      case "sol" -> String.join(";", person, "2480", "SABO", day, later);
      case "khsl" ->
          String.join(";", person, "2480", "AU124", day, later.isEmpty() ? "" : "LAKARE");
      case "dors" -> String.join(";", person, random.nextBoolean() ? day : "2024-01-00", "I10");
      default ->
          String.join(
              ";", "k" + random.nextInt(6), person, day, "U", "I10", later.isEmpty() ? "" : "E11");
    };
  }

  private static List<Delivery> standing(Conformed conformed) {
    return conformed.deliveries().stream().filter(delivery -> !delivery.isForgotten()).toList();
  }

  /** The account of each file of the drawn tables, in the order of the ledger. */
  private static List<String> accounts(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(delivery -> HEADERS.containsKey(delivery.table()))
        .sorted(Comparator.comparing(Delivery::table))
        .map(
            delivery ->
                "%s %d = %d + %d + %d, replaced %d, %s"
                    .formatted(
                        delivery.table(),
                        delivery.rows(),
                        delivery.accepted(),
                        delivery.quarantined(),
                        delivery.duplicates(),
                        delivery.replaced(),
                        delivery.verdict()))
        .toList();
  }

  /**
   * The rows of a table in some order; a delivery is told by its place among those of the table.
   */
  private static List<String> rows(Conformed conformed, String table, List<Delivery> deliveries) {
    return requireNonNull(conformed.tables().get(table)).collectAsList().stream()
        .map(row -> text(row, deliveries))
        .sorted()
        .toList();
  }

  private static String text(Row row, List<Delivery> deliveries) {
    StringBuilder text = new StringBuilder();
    for (String column : row.schema().fieldNames()) {
      text.append(
              column.equals(RowSchema.DELIVERY)
                  ? place(row.getAs(column), deliveries)
                  : String.valueOf(row.<Object>getAs(column)))
          .append('|');
    }
    return text.toString();
  }

  private static long place(int number, List<Delivery> deliveries) {
    String table =
        deliveries.stream()
            .filter(delivery -> delivery.number() == number)
            .findFirst()
            .orElseThrow()
            .table();
    return deliveries.stream()
        .filter(delivery -> delivery.table().equals(table) && delivery.number() < number)
        .count();
  }
}
