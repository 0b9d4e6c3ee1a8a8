package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOpinionTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @TempDir Path inbox;

  @Test
  void nightThatFollowsTheContractAgreesInEveryTable() throws Exception {
    RandomPersons.of(5, 300, AS_OF).writeTo(inbox);
    SecondOpinion opinion = new SecondOpinion(inbox, AS_OF);

    assertThat(
            opinion.onIndicatorValues(
                (in, day) -> Difference.rows(Reference.of(in, day).indicatorValues())))
        .isEmpty();
    assertThat(
            opinion.onConditionCounts(
                (in, day) -> Difference.rows(Reference.of(in, day).conditionCounts())))
        .isEmpty();
    assertThat(opinion.onLinkRates((in, day) -> Difference.rows(Reference.of(in, day).linkRates())))
        .isEmpty();
    assertThat(
            opinion.onDeliveries((in, day) -> Difference.rows(Reference.of(in, day).deliveries())))
        .isEmpty();
  }

  @Test
  void nightOfAnotherDayIsFoundOutAndTheListIsShort() throws Exception {
    RandomPersons.of(5, 300, AS_OF).writeTo(inbox);
    SecondOpinion opinion = new SecondOpinion(inbox, AS_OF);

    assertThat(
            opinion.onIndicatorValues(
                (in, day) ->
                    Difference.rows(Reference.of(in, day.minusYears(1)).indicatorValues())))
        .hasSize(41)
        .last()
        .asString()
        .matches("and [0-9]+ more");
  }
}
