package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.conform.Conform;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.QualityRule;

@ExtendWith(SparkTest.class)
class ConditionProblemsTest {
  private static final Definitions DEFINITIONS = SmallTables.DEFINITIONS;
  private final SparkSession spark;

  ConditionProblemsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void theChecksOfTheProgramMakeSense() {
    assertThat(problems(DEFINITIONS.quality())).isEmpty();
  }

  @Test
  void allNonsenseIsToldOnceAndTheRestIsStillTried() {
    assertThat(
            problems(
                List.of(
                    rule("unread", null, "{column} >", "lmed", "atc"),
                    rule("unknown", "drug is not null", "atc = 'A'", "lmed", "atc"),
                    rule("number", null, "length({column})", "lmed", "atc"),
                    rule("good", "{died} is not null", "{found}", "rtb_bef", "deso"),
                    rule("braces", null, "{column} > {most}", "lmed", "packages"))))
        .containsExactly(
            "quality/unread.yaml: violated, on lmed atc: Syntax error at or near end of input.",
            "quality/unknown.yaml: applicable, on lmed atc: A column, variable, or function parameter with name `drug` cannot be resolved. Did you mean one of the following? [`atc`, `line`, `person`, `delivery`, `packages`].",
            "quality/number.yaml: violated, on lmed atc: not a condition",
            "quality/braces.yaml: violated, on lmed packages: Syntax error at or near '{'.");
  }

  private List<String> problems(List<QualityRule> rules) {
    return ConditionProblems.of(
        Conform.withoutRows(spark, DEFINITIONS),
        new Definitions(
            DEFINITIONS.tables(),
            DEFINITIONS.shapes(),
            DEFINITIONS.codeLists(),
            DEFINITIONS.derived(),
            DEFINITIONS.facts(),
            DEFINITIONS.combined(),
            DEFINITIONS.indicators(),
            rules,
            "version"));
  }

  private static QualityRule rule(
      String name, @Nullable String applicable, String violated, String table, String column) {
    return new QualityRule(
        name,
        Map.of(),
        "",
        QualityRule.Category.CONFORMANCE,
        QualityRule.Level.NOTE,
        0,
        null,
        QualityRule.Counted.ROWS,
        applicable,
        violated,
        List.of(),
        null,
        List.of(Map.of("table", table, "column", column, "refers-to", "geografi.deso")),
        Map.of());
  }
}
