package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith(SparkTest.class)
class DefinitionCheckTest {
  private final Definitions definitions = Definitions.load();

  @Test
  void theDefinitionsOfTheProgramMakeSense(SparkSession spark) {
    assertThatCode(() -> DefinitionCheck.refuseNonsense(spark, definitions, List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void tellsOfAllNonsenseAtOnce(SparkSession spark) {
    Map<String, String> facts = new HashMap<>();
    facts.put("hospital_care", definitions.facts().get("hospital_care"));
    facts.put("broken", "select person, period from nowhere");
    facts.put("keyless", "select person, 1 as lonely from death");
    facts.put("twice", "select person, 'x' as period, 1 as bed_days from death");
    Definitions nonsense =
        new Definitions(
            List.of(),
            List.of(),
            definitions.codeLists(),
            definitions.derived(),
            facts,
            Map.of("has_unread", "bed_days >"),
            List.of(
                indicator("A", "age", "bed_days > 1", "1"),
                indicator("B", "age >= 65", "bed_days", "1"),
                indicator("C", "age >= 65", "bad_days > 1", "is_resident_at_end"),
                indicator("D", "age >= 65", "sum(bed_days) > 1", "sex")),
            List.of(),
            "version");

    assertThatThrownBy(
            () -> DefinitionCheck.refuseNonsense(spark, nonsense, List.of("quality/a.yaml: b")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            Cannot use the definitions: 11 problems in their SQL (expected none). Mend these files:
            facts/broken.sql: The table or view `nowhere` cannot be found. Verify the spelling and correctness of the schema and catalog.
            facts/keyless.sql: no columns person and period
            facts/twice.sql: there already is a bed_days
            combined/has_unread.sql: Syntax error at or near end of input.
            indicators/A.yaml: population: not a condition
            indicators/B.yaml: numerator: not a condition, as a proportion wants
            indicators/C.yaml: denominator: not a number
            indicators/C.yaml: numerator: A column, variable, or function parameter with name `bad_days` cannot be resolved. Did you mean one of the following? [`bed_days`, `age`, `deso`, `period`, `person`].
            indicators/D.yaml: denominator: not a number
            indicators/D.yaml: numerator: The query does not include a GROUP BY clause. Add GROUP BY or turn it into the window functions using OVER clauses.
            quality/a.yaml: b""");
  }

  private static IndicatorDefinition indicator(
      String id, String population, String numerator, String denominator) {
    return new IndicatorDefinition(
        id,
        Map.of(),
        "theme",
        Map.of(),
        IndicatorDefinition.Kind.PROPORTION,
        "%",
        100,
        0,
        IndicatorDefinition.Direction.LOWER,
        population,
        numerator,
        denominator,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        false,
        null,
        "source");
  }
}
