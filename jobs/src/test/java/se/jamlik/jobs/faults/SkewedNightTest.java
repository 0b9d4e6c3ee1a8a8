package se.jamlik.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.adapt.Ledger;

/**
 * A night whose rows are as uneven as they may be: five million contacts of one person, three rows
 * in ten that are nobody's, nineteen people in twenty in one municipality. Beside it a night of as
 * many rows and people, spread evenly.
 */
@Tag("faults")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
final class SkewedNightTest {
  private static final String HEAP = "2g";
  private static final int PERSONS = 20_000;
  private static final long CONTACTS_OF_ONE = 5_000_000;
  private static final long CONTACTS_OF_NOBODY = 2_142_858;
  private static final long CONTACTS = CONTACTS_OF_ONE + CONTACTS_OF_NOBODY;
  private static final int MOST_TIMES_SLOWER = 3;
  private static final List<String> MUNICIPALITIES =
      List.of("2480", "2401", "2403", "2404", "2409", "2460");

  /** The stages whose work grows with the rows. */
  private static final Set<String> STAGES = Set.of("conform", "link", "mark", "measure");

  @TempDir private Path folder;

  @Test
  void oneWithMillionsOfRowsIsCountedRightAndTakesAtMostThreeTimesTheTime() throws Exception {
    Nights invented = nights("even");
    invented.synthesise(300, 3);
    Nights skewed = nights("skewed");
    Nights.copy(invented.inbox(), skewed.inbox());

    deliverPopulation(invented, person -> person % MUNICIPALITIES.size());
    deliverContacts(invented, contact -> pseudonym((int) (contact % PERSONS)));
    double even = seconds(invented);
    assertThat(account(invented)).isEqualTo(CONTACTS + " " + CONTACTS + " 0");
    // Three hundred and fifty-seven each, and the first of them one more.
    assertThat(people(invented, "primary_care_contacts in (357, 358)")).isEqualTo(PERSONS);

    deliverPopulation(skewed, person -> person % 20 == 0 ? 1 : 0);
    deliverContacts(skewed, SkewedNightTest::ofOneOrNobody);
    double uneven = seconds(skewed);
    assertThat(account(skewed))
        .isEqualTo(CONTACTS + " " + CONTACTS_OF_ONE + " " + CONTACTS_OF_NOBODY);
    assertThat(people(skewed, "primary_care_contacts = " + CONTACTS_OF_ONE)).isEqualTo(1);
    assertThat(people(skewed, "municipality = '2480'")).isGreaterThan(PERSONS * 95L / 100 - 1);

    System.out.printf("skewed: %.0f s, even: %.0f s%n", uneven, even);
    assertThat(uneven).isLessThan(MOST_TIMES_SLOWER * even);
  }

  private Nights nights(String name) throws IOException {
    return Nights.of(
        Installed.here(),
        folder.resolve(name).resolve("inbox"),
        "quality:",
        "  most-quarantined: 0.5");
  }

  private static String pseudonym(int person) {
    return "many" + (PERSONS + person);
  }

  /** Three contacts in ten are nobody's. */
  private static String ofOneOrNobody(long contact) {
    return contact % 10 < 3 ? "" : pseudonym(1);
  }

  private static void deliverPopulation(Nights nights, IntUnaryOperator municipality)
      throws IOException {
    try (BufferedWriter file =
        Files.newBufferedWriter(nights.inbox().resolve("rtb_bef/many.csv"))) {
      file.write("lopnr;ar;fodelsear;kon;kommun\n");
      for (int year = 2023; year <= 2025; year++) {
        for (int person = 0; person < PERSONS; person++) {
          file.write(
              "%s;%d;%d;%d;%s%n"
                  .formatted(
                      pseudonym(person),
                      year,
                      1930 + person % 90,
                      1 + person % 2,
                      MUNICIPALITIES.get(municipality.applyAsInt(person))));
        }
      }
    }
  }

  private static void deliverContacts(Nights nights, LongFunction<String> holder)
      throws IOException {
    LocalDate newYear = LocalDate.of(2025, 1, 1);
    List<String> days =
        newYear.datesUntil(newYear.plusYears(1)).map(day -> day + ";HC2480-1;LAKARE").toList();
    try (BufferedWriter file =
        Files.newBufferedWriter(nights.inbox().resolve("pv_kontakt/many.csv"))) {
      file.write("kontakt_id;lopnr;kontaktdatum;enhet;yrke;kontakttyp;personal;dia1\n");
      for (long contact = 0; contact < CONTACTS; contact++) {
        file.write(
            "many"
                + contact
                + ";"
                + holder.apply(contact)
                + ";"
                + days.get((int) (contact / PERSONS % days.size()))
                + ";MOTTAGNING;doctor"
                + contact % 50
                + (contact % 3 == 0 ? ";I10\n" : ";E119\n"));
      }
    }
  }

  /** Runs a night from nothing and tells how long its stages took that read the rows. */
  private static double seconds(Nights nights) throws Exception {
    Path installation = installation(nights);
    List<String> utc = List.of("-Duser.timezone=UTC");
    assertThat(nights.begin(installation, Nights.AS_OF, HEAP, utc).waitFor()).isZero();
    return Nights.newestRun(installation)
        .stages()
        .filter(stage -> STAGES.contains(stage.path("stage").asText()))
        .mapToDouble(stage -> stage.path("seconds").asDouble())
        .sum();
  }

  private static Path installation(Nights nights) {
    return nights.inbox().resolveSibling("installation");
  }

  /** Rows, accepted and quarantined of the large file. */
  private static String account(Nights nights) {
    return Ledger.read(installation(nights).toString()).stream()
        .filter(delivery -> delivery.file().equals("pv_kontakt/many.csv"))
        .map(file -> file.rows() + " " + file.accepted() + " " + file.quarantined())
        .findFirst()
        .orElseThrow();
  }

  /** How many people of the year were so. */
  private static long people(Nights nights, String condition) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from read_parquet('%s/marked/person_period/*.parquet') where period = '2025' and %s"
                    .formatted(installation(nights), condition))) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
