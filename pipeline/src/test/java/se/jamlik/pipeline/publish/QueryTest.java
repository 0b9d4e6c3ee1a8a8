package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

final class QueryTest {
  @TempDir private static Path out;
  private static Release release;

  @BeforeAll
  static void publish() {
    release = SmallRelease.published(out, SmallRelease.tables());
  }

  @Test
  void tableStandsInColumnsWithNumbersToTheRight() {
    assertThat(
            answer(
                "select area_name, numerator, status from indicator_value order by area desc",
                AnswerFormat.TABLE))
        .isEqualTo(
            """
            area_name  numerator  status
            Umeå           200.0  shown
            Vännäs                suppressed
            """);
  }

  @Test
  void csvTellsNullFromEmptyAndQuotesWhatItMust() {
    assertThat(
            answer(
                """
                select * from (values ('a,b', 1, null), ('say "å"', 2, '')) as t("x y", n, e)
                order by n
                """,
                AnswerFormat.CSV))
        .isEqualTo("x y,n,e\n\"a,b\",1,\n\"say \"\"å\"\"\",2,\"\"\n");
  }

  @Test
  void jsonKeepsTheOrderOfColumnsAndTheirTypes() {
    assertThat(
            answer(
                "select value, preliminary, reason, period_end, area from indicator_value"
                    + " order by area desc",
                AnswerFormat.JSON))
        .isEqualTo(
            """
            [
              {"value":20.0,"preliminary":false,"reason":null,"period_end":"2025-12-31","area":"2480"},
              {"value":null,"preliminary":false,"reason":"<5","period_end":"2025-12-31","area":"2460"}
            ]
            """);
    assertThat(answer("select 1 as one where false", AnswerFormat.JSON)).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select content from read_text('/etc/passwd')",
        "from '/etc/passwd'",
        "from read_csv('/etc/passwd')",
        "select * from glob('/etc/*')",
        "select * from sniff_csv('/etc/passwd')",
        "select * from parquet_metadata('/etc/passwd')",
        "select * from query('select 1; select 2')",
        "with gone as (delete from indicator_value returning *) select * from gone",
        "copy indicator_value to 'stolen.csv'",
        "copy (select 1) to '/tmp/stolen.csv'",
        "install httpfs",
        "load httpfs",
        "attach 'other.duckdb'",
        "detach release",
        "select 1; select 2",
        "select 1; drop table indicator_value",
        "create table t as select 1",
        "create temp table t as select 1",
        "drop table indicator_value",
        "delete from indicator_value",
        "update indicator_value set value = 0",
        "insert into delivery select * from delivery",
        "set enable_external_access = true",
        "pragma database_list",
        "export database 'stolen'",
        "call pragma_version()",
        "explain analyze select 1",
        "select no_such_column from indicator_value",
        "selec 1",
        "",
        ";"
      })
  void anythingButOneSelectOnTheReleaseIsRefused(String sql) {
    assertThatThrownBy(() -> answer(sql, AnswerFormat.CSV))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("Cannot run the query: ")
        .hasMessageEndingWith(
            " (expected one select over the tables of the release). Mend the SQL.");
    assertThat(release.problems()).isEmpty();
  }

  @Test
  void instantsAreTheSameWhereverTheReaderIs() {
    TimeZone zone = TimeZone.getDefault();
    try {
      // On Swedish clocks this hour does not exist.
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Stockholm"));

      assertThat(answer("select delivered_at from delivery", AnswerFormat.CSV))
          .isEqualTo("delivered_at\n2026-03-29 02:30:00\n");
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void tablesAndColumnsCanBeLookedUp() {
    assertThat(answer("show tables", AnswerFormat.CSV))
        .isEqualTo("name\nabout\ndelivery\nindicator_value\n");
    assertThat(answer("describe delivery", AnswerFormat.CSV)).contains("delivered_at,TIMESTAMP");
  }

  @Test
  void errorsSpeakDuckDbsWords() {
    assertThatThrownBy(() -> answer("select 1; select 2", AnswerFormat.CSV))
        .hasMessageStartingWith("Cannot run the query: 2 statements (expected");
    assertThatThrownBy(() -> answer("from no_such_table", AnswerFormat.CSV))
        .hasMessageContaining("Table with name no_such_table does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with umea as (select * from indicator_value where area = '2480') select value from umea",
        "from indicator_value select value where area = '2480' limit 1;",
        "select max(value) as value -- the largest\nfrom indicator_value"
      })
  void everyFormOfASelectIsAnswered(String sql) {
    assertThat(answer(sql, AnswerFormat.CSV)).isEqualTo("value\n20.0\n");
  }

  @Test
  void worksFromAnyDirectory() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectories(out.resolve("elsewhere"));
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Elsewhere.class.getName(),
                    out.toString()))
            .directory(elsewhere.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("n\n2\n");
    assertThat(process.waitFor()).isZero();
  }

  /** A reader who was started in another folder. */
  static final class Elsewhere {
    private Elsewhere() {}

    public static void main(String[] arguments) {
      StringBuilder answer = new StringBuilder();
      Query.on(Releases.under(Path.of(arguments[0])).current())
          .run("select count(*) as n from indicator_value", AnswerFormat.CSV, answer);
      System.out.print(answer);
    }
  }

  private static String answer(String sql, AnswerFormat format) {
    StringBuilder answer = new StringBuilder();
    Query.on(release).run(sql, format, answer);
    return answer.toString();
  }
}
