package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutantTest {

  @Test
  void everyComparisonNumberAndConditionIsMistakenOnce() {
    assertThat(texts("age >= 65 and is_resident"))
        .containsExactly(
            "age > 65 and is_resident",
            "age >= 66 and is_resident",
            "age >= 65 or is_resident",
            "true and is_resident",
            "age >= 65 and true");
  }

  @Test
  void aConditionAmongAlternativesIsLeftOutAsFalse() {
    assertThat(texts("is_ill or (is_old and is_poor)"))
        .containsExactly(
            "is_ill and (is_old and is_poor)",
            "is_ill or (is_old or is_poor)",
            "false or (is_old and is_poor)",
            "is_ill or false",
            "is_ill or (true and is_poor)",
            "is_ill or (is_old and true)");
  }

  @Test
  void theAndOfABetweenJoinsNoConditions() {
    assertThat(texts("hours between 1 and 744"))
        .containsExactly("hours between 2 and 744", "hours between 1 and 745");
  }

  @Test
  void theConditionsOfAWhereAJoinAndACaseAreLeftOut() {
    assertThat(texts("select case when a then b end from c join d on e left join f on g where h"))
        .containsExactly(
            "select case when true then b end from c join d on e left join f on g where h",
            "select case when a then b end from c join d on true left join f on g where h",
            "select case when a then b end from c join d on e left join f on true where h",
            "select case when a then b end from c join d on e left join f on g where true");
  }

  @Test
  void commentsAndTextsAreNotMistaken() {
    assertThat(texts("-- 65 <= 66 and so on\nselect '65 > 66'")).isEmpty();
  }

  @Test
  void aMutantIsToldByTheLinesThatDiffer() {
    Mutant mutant = new Mutant("facts/some", "select\n  a\nwhere b\n", "select\n  a\nwhere true\n");

    assertThat(mutant.inWords()).isEqualTo("facts/some: `where b` → `where true`");
  }

  private static List<String> texts(String sql) {
    return Mutant.of("facts/some", sql).stream().map(Mutant::text).toList();
  }
}
