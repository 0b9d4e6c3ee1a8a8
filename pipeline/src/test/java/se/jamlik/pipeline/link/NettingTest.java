package se.jamlik.pipeline.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences of measures.md section 2, drugs, on corrections and cover. */
class NettingTest {

  @Test
  void correctionCancelsTheNearestEarlierDispensingFirst() {
    assertThat(Netting.dispensings(List.of(given(0, 2), given(10, 1), takenBack(20, -1))))
        .containsExactly(given(0, 2));
  }

  @Test
  void correctionReachesFurtherBackWhenTheNearestIsNotEnough() {
    assertThat(
            Netting.dispensings(
                List.of(given(0, 2), given(10, 1), given(15, 1), takenBack(20, -3))))
        .containsExactly(given(0, 1));
  }

  @Test
  void correctionMayCancelADispensingInPart() {
    assertThat(Netting.dispensings(List.of(given(0, 3), takenBack(1, -1))))
        .containsExactly(given(0, 2));
  }

  @Test
  void correctionReachesNinetyDaysBackAndNoFurther() {
    assertThat(Netting.dispensings(List.of(given(0, 1), takenBack(90, -1)))).isEmpty();
    assertThat(Netting.dispensings(List.of(given(0, 1), takenBack(91, -1))))
        .containsExactly(given(0, 1));
  }

  @Test
  void correctionsAreWorkedThroughInDateOrderEachOnWhatIsLeft() {
    assertThat(
            Netting.dispensings(
                List.of(given(0, 1), given(10, 1), takenBack(20, -1), takenBack(30, -1))))
        .isEmpty();
  }

  @Test
  void whatIsNotCancelledOfACorrectionIsForgotten() {
    assertThat(Netting.dispensings(List.of(takenBack(0, -2), given(1, 1))))
        .containsExactly(given(1, 1));
  }

  @Test
  void dayWithBothKindsOfRowsCancelsNothingBefore() {
    DrugDay mixed = new DrugDay(10, new BigDecimal("-1"), false, BigDecimal.TEN);
    assertThat(Netting.dispensings(List.of(given(0, 1), mixed))).containsExactly(given(0, 1));
  }

  @Test
  void coverIsPackagesTimesDosesWithHalfDaysRoundedUp() {
    assertThat(dispensed("1.5", "33").coverDays(90)).isEqualTo(50); // 49.5
    assertThat(dispensed("1", "49.499999").coverDays(90)).isEqualTo(49);
  }

  @Test
  void coverIsOneToOneHundredTwentyDays() {
    assertThat(dispensed("1", "0.2").coverDays(90)).isEqualTo(1);
    assertThat(dispensed("2", "100").coverDays(90)).isEqualTo(120);
  }

  @Test
  void coverIsNinetyDaysWhenNoRowTellsTheDoses() {
    assertThat(new DrugDay(0, BigDecimal.ONE, false, null).coverDays(90)).isEqualTo(90);
  }

  @Test
  void coverOfUnknownDosesIsASetting() {
    assertThat(new DrugDay(0, BigDecimal.ONE, false, null).coverDays(30)).isEqualTo(30);
    assertThat(dispensed("1", "33").coverDays(30)).isEqualTo(33);
  }

  private static DrugDay given(int day, int packages) {
    return new DrugDay(day, BigDecimal.valueOf(packages), false, BigDecimal.TEN);
  }

  private static DrugDay takenBack(int day, int packages) {
    return new DrugDay(day, BigDecimal.valueOf(packages), true, null);
  }

  private static DrugDay dispensed(String packages, String dddPerPackage) {
    return new DrugDay(0, new BigDecimal(packages), false, new BigDecimal(dddPerPackage));
  }
}
