package se.jamlik.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.Language;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Indicator;
import se.jamlik.reports.release.Indicator.Direction;
import se.jamlik.reports.words.EquitySentences.Curve;

class EquitySentencesTest {

  private static final Texts TEXTS = Texts.in(Language.SV);
  private static final EquitySentences SENTENCES =
      new EquitySentences(TEXTS, new Sentences(TEXTS, new Numbers(Language.SV)));

  private static Measure measure(String id) {
    return new Measure(
        new Indicator(id, "", "", "", "", "", "", "%", Direction.LOWER, "", "", ""), TEXTS);
  }

  private static Cell index(double value, double low, double high) {
    return Cell.shown(Estimate.of(value, low, high));
  }

  static Stream<Arguments> curves() {
    return Stream.of(
        Arguments.of(
            "PAVERK",
            index(-0.11, -0.15, -0.07),
            Curve.SHOWN,
            "Undvikbar slutenvård: grupper med lägre inkomst har en större del av inläggningarna än av de vuxna"),
        Arguments.of(
            "ED80",
            index(0.11, 0.07, 0.15),
            Curve.SHOWN,
            "Akutbesök 80+: grupper med högre inkomst har en större del av besöken än av befolkningen 80+"),
        Arguments.of(
            "MM2",
            index(-0.03, -0.14, 0.09),
            Curve.SHOWN,
            "Multisjuklighet: ingen säkerställd ojämnhet i hur de multisjuka fördelar sig efter inkomst"),
        Arguments.of(
            "READM30",
            Cell.suppressed(),
            Curve.SHOWN,
            "Återinskrivning 65+: så fördelar sig återinskrivningarna efter inkomst"),
        Arguments.of(
            "EB",
            Cell.suppressed(),
            Curve.HIDDEN,
            "Ekonomiskt bistånd: hur fallen fördelar sig efter inkomst redovisas inte"));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void aCurveIsToldAsFarAsItsIndexIsEstablished(
      String indicator, Cell index, Curve curve, String expected) {
    assertThat(SENTENCES.concentration(measure(indicator), EquitySentences.lean(index), curve))
        .isEqualTo(expected);
  }

  static Stream<Arguments> slopes() {
    return Stream.of(
        Arguments.of(
            Verdict.HIGHER,
            Verdict.HIGHER,
            "Räknat på alla fem inkomstgrupper lutar nivån uppåt mot lägre inkomst för multisjuklighet och akutbesök 80+"),
        Arguments.of(
            Verdict.LOWER,
            Verdict.TOO_FEW_TO_SAY,
            "Räknat på alla fem inkomstgrupper lutar nivån uppåt mot högre inkomst för multisjuklighet"),
        Arguments.of(
            Verdict.HIGHER,
            Verdict.LOWER,
            "Räknat på alla fem inkomstgrupper lutar nivån uppåt mot lägre inkomst för multisjuklighet, men mot högre för akutbesök 80+"),
        Arguments.of(
            Verdict.NO_ESTABLISHED_DIFFERENCE,
            Verdict.TOO_FEW_TO_SAY,
            "Räknat på alla fem inkomstgrupper är ingen lutning säkerställd"),
        Arguments.of(
            Verdict.TOO_FEW_TO_SAY,
            Verdict.TOO_FEW_TO_SAY,
            "Underlaget räcker inte för att räkna på alla fem inkomstgrupper"));
  }

  @ParameterizedTest
  @MethodSource("slopes")
  void onlyMeasuresWithAnEstablishedSlopeAreNamed(Verdict first, Verdict last, String expected) {
    assertThat(SENTENCES.slopes(List.of(measure("MM2"), measure("ED80")), List.of(first, last)))
        .isEqualTo(expected);
  }
}
