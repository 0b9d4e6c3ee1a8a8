package se.jamlik.pipeline.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

class LinkGateTest {
  private static final Settings.Quality QUALITY = new Settings.Quality(0.05, 0.7, 0.9);

  @Test
  void aTableIsJudgedByAllItsMunicipalitiesTogether() {
    // 60 + 100 of 200 rows are 80 %: enough for the night, too few to keep quiet.
    List<LinkRate> rates = List.of(rate("sol", "2401", 100, 60), rate("sol", "2480", 100, 100));
    assertThatCode(() -> LinkGate.refuseUnlinked(rates, QUALITY)).doesNotThrowAnyException();
    assertThat(LinkGate.warnings(rates, QUALITY)).containsExactly("sol");
  }

  @Test
  void theShareOfATableIsThatOfAllItsMunicipalities() {
    List<LinkRate> rates =
        List.of(
            rate("sol", "2401", 100, 60), rate("sol", "2480", 300, 300), rate("eb", "2480", 3, 0));
    assertThat(LinkGate.shares(rates)).isEqualTo(Map.of("sol", 360 / 400.0, "eb", 0.0));
  }

  @Test
  void aTableWithoutRowsThatTakePartHasNoShareAndIsNotRefused() {
    List<LinkRate> rates =
        List.of(
            new LinkRate("khsl", "2401", LinkRate.ALL, 0, 0, 7, 0, 0, 0, 0),
            new LinkRate("lmed", LinkRate.ALL, LinkRate.ALL, 0, 0, 9, 0, 0, 0, 0),
            rate("khsl", "2480", 4, 4));
    assertThat(LinkGate.shares(rates)).isEqualTo(Map.of("khsl", 4 / 4.0));
    assertThat(LinkGate.warnings(rates, QUALITY)).isEmpty();
    assertThatCode(() -> LinkGate.refuseUnlinked(rates, QUALITY)).doesNotThrowAnyException();
  }

  @Test
  void theLimitsThemselvesAreEnough() {
    List<LinkRate> rates = List.of(rate("lmed", "all", 10, 7), rate("sip", "all", 10, 9));
    assertThatCode(() -> LinkGate.refuseUnlinked(rates, QUALITY)).doesNotThrowAnyException();
    assertThat(LinkGate.warnings(rates, QUALITY)).containsExactly("lmed");
  }

  @Test
  void allTablesThatLinkTooBadlyAreToldAtOnce() {
    List<LinkRate> rates =
        List.of(rate("eb", "2480", 10, 6), rate("sip", "all", 10, 9), rate("khsl", "2480", 3, 0));
    assertThatThrownBy(() -> LinkGate.refuseUnlinked(rates, QUALITY))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.QUALITY))
        .hasMessage(
            "Cannot trust eb, khsl: less than 70 % of the rows belong to anybody in rtb_bef. Ask the sender whether the pseudonyms were made with the project's key.");
  }

  private static LinkRate rate(String table, String municipality, long rows, long linked) {
    return new LinkRate(table, municipality, LinkRate.ALL, rows, linked, 0, rows, linked, 1, 1);
  }
}
