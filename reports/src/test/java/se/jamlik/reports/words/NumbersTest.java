package se.jamlik.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.jamlik.reports.Language;
import se.jamlik.reports.release.Interval;

class NumbersTest {

  private final Numbers swedish = new Numbers(Language.SV);

  @Test
  void thousandsAreParted() {
    assertThat(swedish.of(1_234_567.0, 0)).isEqualTo("1\u202F234\u202F567");
  }

  @Test
  void decimalsFollowAComma() {
    assertThat(swedish.of(26.25, 1)).isEqualTo("26,3");
  }

  @Test
  void negativeNumbersHaveARealMinus() {
    assertThat(swedish.of(-3.4, 1)).isEqualTo("\u22123,4");
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    assertThat(swedish.of(-0.04, 1)).isEqualTo("0,0");
  }

  @Test
  void anIntervalHasADash() {
    assertThat(swedish.of(new Interval(26.2, 27), 1)).isEqualTo("26,2\u201327,0");
  }

  @Test
  void dashAndMinusNeverMeet() {
    assertThat(swedish.of(new Interval(-1.2, 0.4), 1)).isEqualTo("\u22121,2\u00A0till\u00A00,4");
  }

  @Test
  void whatIsNotShownIsTwoDots() {
    assertThat(swedish.of(Optional.empty(), 1)).isEqualTo("..");
    assertThat(swedish.ofInterval(Optional.empty(), 1)).isEqualTo("..");
  }

  @Test
  void englishUsesCommaAndPoint() {
    assertThat(new Numbers(Language.EN).of(1234.5, 1)).isEqualTo("1,234.5");
  }
}
