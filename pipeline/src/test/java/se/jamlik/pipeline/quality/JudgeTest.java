package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.quality.Result.Verdict;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.Settings.CheckSetting;
import se.jamlik.pipeline.vocabulary.Settings.Quality;
import se.jamlik.pipeline.vocabulary.UserError;

class JudgeTest {
  private static final Quality DEFAULTS = new Quality(0.05, 0.7, 0.9);
  private static final Check UNLINKED = Drawn.check("unlinked_rows", "sol");
  private static final Check ON_LIST = Drawn.check("on_list", "sol");

  @Test
  void theThresholdItselfPassesAndNothingIsNoShare() {
    assertThat(verdict(DEFAULTS, ON_LIST, 0, 100)).isEqualTo(Verdict.PASSED);
    assertThat(verdict(DEFAULTS, ON_LIST, 1, 100)).isEqualTo(Verdict.PASSED_WITH_VIOLATIONS);
    assertThat(verdict(DEFAULTS, ON_LIST, 2, 100)).isEqualTo(Verdict.FAILED);
    assertThat(verdict(DEFAULTS, ON_LIST, 0, 0)).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void settingsOfTheContractGiveTheirThresholds() {
    // 70 % linked is enough for the night, 90 % to keep quiet.
    assertThat(verdict(DEFAULTS, UNLINKED, 3, 10)).isEqualTo(Verdict.PASSED_WITH_VIOLATIONS);
    assertThat(verdict(DEFAULTS, UNLINKED, 31, 100)).isEqualTo(Verdict.FAILED);
    Check fewer = Drawn.check("fewer_linked", "sol");
    assertThat(verdict(DEFAULTS, fewer, 1, 10)).isEqualTo(Verdict.PASSED_WITH_VIOLATIONS);
    assertThat(verdict(DEFAULTS, fewer, 11, 100)).isEqualTo(Verdict.FAILED);
    Check quarantined = Drawn.check("quarantined_rows", "sol");
    assertThat(verdict(DEFAULTS, quarantined, 5, 100)).isEqualTo(Verdict.PASSED_WITH_VIOLATIONS);
    assertThat(verdict(DEFAULTS, quarantined, 6, 100)).isEqualTo(Verdict.FAILED);
  }

  @Test
  void theClosestSettingDecidesThresholdAndLevelEachByItself() {
    Quality chosen =
        new Quality(
            0.05,
            0.7,
            0.9,
            Map.of(
                "on_list", new CheckSetting(0.5, Level.ERROR),
                "on_list.sol", new CheckSetting(null, Level.NOTE),
                "on_list.sol.housing", new CheckSetting(0.02, null)));

    Result result = result(chosen, ON_LIST, 2, 100);

    assertThat(result.level()).isEqualTo(Level.NOTE);
    assertThat(result.threshold()).isEqualTo(0.02);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED_WITH_VIOLATIONS);
  }

  @Test
  void keptCountsOfACheckThatIsNoMoreAreLeftOut() {
    assertThat(
            new Judge(DEFAULTS)
                .results(
                    List.of(ON_LIST), List.of(new Count("gone", "sol", "all", "all", "all", 1, 1))))
        .isEmpty();
  }

  @Test
  void aSettingOfNoCheckIsRefused() {
    Quality chosen =
        new Quality(
            0.05,
            0.7,
            0.9,
            Map.of(
                "on_list.sol", new CheckSetting(0.5, null),
                "on_lists", new CheckSetting(0.5, null)));

    assertThatThrownBy(() -> new Judge(chosen).refuseUnknownChecks(List.of(ON_LIST)))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessageContaining("no quality check on_lists (expected");
  }

  @Test
  void aWarningIsToldOnceWithTheWorstPlace() {
    Check fewer = Drawn.check("fewer_linked", "sol");
    List<Result> results =
        new Judge(DEFAULTS)
            .results(
                List.of(fewer),
                List.of(
                    Count.of(fewer, "2024", "2401", 2, 10),
                    Count.of(fewer, "2025", "2401", 3, 10),
                    Count.of(fewer, "2025", "2480", 0, 10)));

    assertThat(QualityGate.warnings(results))
        .containsExactly(
            "sol 2025 2401: fewer_linked: the row belongs to nobody in rtb_bef (3 of 10, 30 %; at most 10 %) and in 1 other places");
  }

  @Test
  void onlyErrorsStopTheNightAndAllOfThemAreTold() {
    List<Result> warning = List.of(result(DEFAULTS, ON_LIST, 9, 10));
    assertThatCode(() -> QualityGate.refuse(warning)).doesNotThrowAnyException();
    assertThat(QualityGate.warnings(warning))
        .containsExactly(
            "sol boendeform: on_list: the value is not on the contract's list (9 of 10, 90 %; at most 1 %)");

    List<Result> errors =
        List.of(
            result(DEFAULTS, Drawn.check("required_table", "khsl"), 1, 1),
            result(DEFAULTS, UNLINKED, 4, 10));
    assertThatThrownBy(() -> QualityGate.refuse(errors))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.QUALITY))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Cannot publish: 2 quality checks at level error fail (expected none). Ask the sender for a new delivery, or change the threshold in the settings and try it with check --judge.",
                "khsl: required_table: the required table has no accepted row (1 of 1, 100 %; at most 0 %)",
                "sol: unlinked_rows: the row belongs to nobody in rtb_bef (4 of 10, 40 %; at most 30 %)"));
  }

  @Test
  void theTableTellsPassedWithViolationsApartAndHasNoShareOfNothing() {
    List<Row> rows =
        QualityTable.of(
                List.of(result(DEFAULTS, ON_LIST, 1, 100), result(DEFAULTS, UNLINKED, 0, 0)))
            .rows();

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly(
            "[sol,on_list,boendeform,all,all,warning,1,100,0.01,0.01,passed,true,conformance,the value is not on the contract's list,värdet finns inte i kontraktets lista]",
            "[sol,unlinked_rows,all,all,all,error,0,0,null,0.3,not_applicable,false,conformance,the row belongs to nobody in rtb_bef,raden hör inte till någon i rtb_bef]");
  }

  @Test
  void linksAreJudgedForAllAndByDelivererAndYear() {
    LinkedCounts links =
        new LinkedCounts(
            List.of(
                Drawn.rate("sol", "2401", "2024", 19, 0, 0),
                Drawn.rate("sol", "2401", "2025", 20, 20, 0),
                Drawn.rate("sol", "2401", "all", 39, 20, 0),
                Drawn.rate("sol", "2480", "2025", 60, 10, 0),
                Drawn.rate("sol", "2480", "all", 60, 10, 0),
                Drawn.rate("khsl", "2480", "all", 8, 8, 2)));

    assertThat(links.of(UNLINKED))
        .extracting(SmallTables::inWords)
        .containsExactly("unlinked_rows 69/99");
    // The 19 rows of 2024 are too few to be told by themselves.
    assertThat(links.of(Drawn.check("fewer_linked", "sol")))
        .extracting(SmallTables::inWords)
        .containsExactly(
            "fewer_linked 69/99", "fewer_linked 2025 2401 0/20", "fewer_linked 2025 2480 50/60");
    assertThat(links.of(Drawn.check("rows_after_as_of", "khsl")))
        .extracting(SmallTables::inWords)
        .containsExactly("rows_after_as_of 2/10", "rows_after_as_of 2480 2/10");
  }

  @Test
  void rowsAfterTheNightAreCountedAlsoWhereThereAreNoOthers() {
    LinkedCounts links =
        new LinkedCounts(
            List.of(
                Drawn.rate("khsl", "2401", "all", 0, 0, 3),
                Drawn.rate("khsl", "2480", "all", 8, 6, 2),
                Drawn.rate("lmed", "all", "all", 0, 0, 4)));

    assertThat(links.of(Drawn.check("rows_after_as_of", "khsl")))
        .extracting(SmallTables::inWords)
        .containsExactly(
            "rows_after_as_of 5/13", "rows_after_as_of 2401 3/3", "rows_after_as_of 2480 2/10");
    assertThat(links.of(Drawn.check("rows_after_as_of", "lmed")))
        .extracting(SmallTables::inWords)
        .containsExactly("rows_after_as_of 4/4");
    // Of rows that take no part nobody asks whom they belong to.
    assertThat(links.of(Drawn.check("unlinked_rows", "khsl")))
        .extracting(SmallTables::inWords)
        .containsExactly("unlinked_rows 2/8");
  }

  private static Verdict verdict(Quality settings, Check check, long violated, long total) {
    return result(settings, check, violated, total).verdict();
  }

  private static Result result(Quality settings, Check check, long violated, long total) {
    return new Judge(settings)
        .results(List.of(check), List.of(Count.of(check, violated, total)))
        .get(0);
  }
}
