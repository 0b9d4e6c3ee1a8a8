package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private final Pseudonyms pseudonyms = new Pseudonyms(1);

  @Test
  void aPseudonymIsTwentySixLettersOfBase32() {
    assertThat(pseudonyms.person(17)).matches("[A-Z2-7]{26}");
  }

  @Test
  void noTwoPeopleShareAPseudonym() {
    assertThat(LongStream.range(0, 5_000).mapToObj(pseudonyms::person)).doesNotHaveDuplicates();
  }

  @Test
  void anotherSeedGivesAnotherPseudonym() {
    assertThat(new Pseudonyms(2).person(17)).isNotEqualTo(pseudonyms.person(17));
  }

  @Test
  void aHouseholdIsNotItsPerson() {
    assertThat(pseudonyms.person(17)).doesNotStartWith(pseudonyms.household(17));
  }
}
