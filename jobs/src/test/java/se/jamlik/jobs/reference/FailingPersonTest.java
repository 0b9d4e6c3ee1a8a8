package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailingPersonTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final RandomPersons DRAWN = RandomPersons.of(4, 60, AS_OF);
  private static final String FORGOTTEN = emergencyPatient();

  private static String emergencyPatient() {
    return Reference.of(DRAWN.tables(), AS_OF).personPeriods().values().stream()
        .flatMap(List::stream)
        .filter(row -> row.isResidentAtEnd() && row.facts().clinics().emergencyVisits() > 0)
        .findFirst()
        .orElseThrow()
        .person();
  }

  @Test
  void householdThatANightForgetsIsWrittenAsAnExampleOfASpecPage() throws Exception {
    SpecExample found =
        new FailingPerson(DRAWN, Set.of(), FailingPersonTest::forgetful)
            .foundIn(forgetful(DRAWN))
            .orElseThrow();

    assertThat(found.persons().tables().get("par_oppenvard"))
        .extracting(row -> row.get("lopnr"))
        .contains(FORGOTTEN)
        .allMatch(
            person ->
                person.equals(RandomAnchor.PERSON)
                    || RandomPersons.householdOf(person)
                        .equals(RandomPersons.householdOf(FORGOTTEN)));
    assertThat(found.text())
        .contains("\n## Givet\n", "\n### rtb_bef\n\n| lopnr | ar |", "\n## Väntat ")
        .contains("| " + FORGOTTEN + " | 202")
        .doesNotContain(RandomAnchor.PERSON);
  }

  @Test
  void nobodyIsFoundWhenAllAgree() throws Exception {
    assertThat(new FailingPerson(DRAWN, Set.of(), FailingPersonTest::right).foundIn(right(DRAWN)))
        .isEmpty();
  }

  private static SecondOpinion.Night right(RandomPersons persons) {
    Reference reference = Reference.of(persons.tables(), AS_OF);
    List<Map<String, @Nullable Object>> rows = Difference.rows(reference.indicatorValues());
    return table -> rows;
  }

  /** A night that does not see one person's visits. */
  private static SecondOpinion.Night forgetful(RandomPersons persons) {
    Map<String, List<Map<String, String>>> fewer = new TreeMap<>(persons.tables());
    fewer.computeIfPresent(
        "par_oppenvard",
        (table, rows) -> rows.stream().filter(row -> !FORGOTTEN.equals(row.get("lopnr"))).toList());
    return right(new RandomPersons(persons.seed(), AS_OF, fewer));
  }
}
