package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;

/** Parquet files that Spark did not write, good and bad. */
class HardParquetTest {
  private static final String DAMAGED =
      "refused: Cannot read %s: the Parquet file is damaged or cut short. Ask the sender for a new delivery.";

  private final Path folder;
  private final JudgedInbox inbox;

  HardParquetTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.inbox = new JudgedInbox(folder);
  }

  @Test
  void aFileOfAnotherToolIsReadRowGroupByRowGroup() throws IOException, SQLException {
    inbox.with(
        "sip/1.parquet",
        parquet(
            "select 'p' || i as lopnr, case when i = 5000 then null else date '2024-01-01' end as upprattad from range(10000) t(i)"));

    assertThat(inbox.judged().values())
        .containsExactly(
            "10000 rows, 0 blank; 1 from line 5002: required column 'upprattad' is empty");
  }

  @Test
  void pseudonymsMayBeUnsignedNumbersOrUuids() throws IOException, SQLException {
    inbox.with(
        "sip/1.parquet",
        parquet("select 18446744073709551615::ubigint as lopnr, date '2024-01-01' as upprattad"));
    inbox.with(
        "sip/2.parquet",
        parquet(
            "select '6f1e6f1e-0000-4000-8000-00000000000a'::uuid as lopnr, date '2024-01-01' as upprattad"));
    inbox.judged();

    assertThat(kept("sip", "person"))
        .containsExactlyInAnyOrder(
            Hashes.of("18446744073709551615"), Hashes.of("6f1e6f1e-0000-4000-8000-00000000000a"));
  }

  @Test
  void aNumberThatIsNoneIsNullInAColumnOfText() throws IOException, SQLException {
    inbox.with(
        "sol/1.parquet",
        parquet(
            "select 'p' || i as lopnr, '2480' as kommun, 'SABO' as insats, date '2024-01-01' as fom, case when i = 0 then 'nan'::double else 7 end as boendeform from range(2) t(i)"));
    inbox.with(
        "sip/1.parquet", parquet("select 'nan'::float as lopnr, date '2024-01-01' as upprattad"));
    inbox.with(
        "sip/2.parquet",
        parquet("select 'a' as lopnr, date '2024-01-01' as upprattad, 'nan'::double as x"));

    assertThat(inbox.judged().values())
        .containsExactly(
            "1 rows, 0 blank; 1 from line 2: required column 'lopnr' is empty",
            "1 rows, 0 blank",
            "2 rows, 0 blank");
    assertThat(kept("sol", "coalesce(try_cast(housing as bigint), -1)"))
        .containsExactlyInAnyOrder(-1L, 7L);
  }

  @Test
  void aListIsNoValueOfAColumnAndBytesThatAreNoUtf8AreNoText() throws IOException, SQLException {
    inbox.with(
        "sip/1.parquet", parquet("select ['a', 'b'] as lopnr, date '2024-01-01' as upprattad"));
    inbox.with(
        "sip/2.parquet", parquet("select 'a\\xC5'::blob as lopnr, date '2024-01-01' as upprattad"));

    String reason =
        "1 rows, 0 blank; 1 from line 2: column 'lopnr' cannot be read as a pseudonym (at most 64 characters)";
    assertThat(inbox.judged().values()).containsExactly(reason, reason);
  }

  @Test
  void aPersonnummerInsideAListOrAGroupRefusesTheDelivery() throws IOException, SQLException {
    String number = ImpossibleNumbers.twelve(LocalDate.of(1948, 10, 3));
    inbox.with(
        "sip/1.parquet",
        parquet(
            "select 'a' as lopnr, date '2024-01-01' as upprattad, [{'note': 'x', 'n': '%s'}] as x"
                .formatted(number)));

    assertThat(inbox.judged().values())
        .containsExactly(
            "refused: Cannot read sip/1.parquet: column 'x' holds a personnummer in 1 rows, first on line 2. Ask the sender for a new delivery without it, and delete this one.");
  }

  @Test
  void aFileThatIsCutShortIsRefusedWhereverItIsCut() throws IOException, SQLException {
    byte[] whole =
        parquet("select 'p' || i as lopnr, date '2024-01-01' as upprattad from range(3000) t(i)");
    for (int part = 1; part < 10; part++) {
      inbox.with("sip/%d.parquet".formatted(part), Arrays.copyOf(whole, whole.length * part / 10));
    }
    inbox.with("sip/empty.parquet", new byte[0]);

    assertThat(inbox.judged())
        .hasSize(10)
        .allSatisfy(
            (file, outcome) ->
                assertThat(outcome)
                    .isEqualTo(
                        file.equals("sip/empty.parquet")
                            ? "refused: Cannot read sip/empty.parquet: the file is empty. Ask the sender for a new delivery."
                            : DAMAGED.formatted(file)));
  }

  private byte[] parquet(String select) throws IOException, SQLException {
    Path file = Files.createTempFile(folder, "other", ".parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (%s) to '%s' (format parquet, row_group_size 2048)".formatted(select, file));
    }
    return Files.readAllBytes(file);
  }

  private List<Long> kept(String table, String column) throws SQLException {
    List<Long> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select %s from '%s/conformed/deliveries/%s/*/*.parquet'"
                    .formatted(column, inbox.out(), table))) {
      while (rows.next()) {
        values.add(rows.getLong(1));
      }
    }
    return values;
  }
}
