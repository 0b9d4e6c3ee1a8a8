package se.jamlik.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.Language;
import se.jamlik.reports.judge.Caution;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Indicator;
import se.jamlik.reports.release.Indicator.Direction;
import se.jamlik.reports.words.Sentences.Message;

class SentencesTest {

  private static final Texts TEXTS = Texts.in(Language.SV);
  private static final Sentences SENTENCES = new Sentences(TEXTS, new Numbers(Language.SV));
  private static final Measure AVOIDABLE =
      new Measure(
          new Indicator(
              "PAVERK", "", "", "", "", "", "", "per 100 000", Direction.LOWER, "", "", ""),
          TEXTS);

  private static final Cell HIGH = shown(1200, 1100, 1300);
  private static final Cell MIDDLE = shown(900, 500, 1300);
  private static final Cell LOW = shown(600, 550, 650);
  private static final Cell NEARLY_LOW = shown(625, 620, 630);
  private static final Cell VERY_LOW = shown(605, 600, 610);
  private static final Cell HIDDEN = Cell.suppressed();

  private static Cell shown(double value, double low, double high) {
    return Cell.shown(Estimate.of(value, low, high));
  }

  private static Trend trend(Verdict verdict) {
    return new Trend(verdict, 2021, 2025, verdict == Verdict.LOWER ? -3.44 : 3.44);
  }

  static Stream<Arguments> headlines() {
    return Stream.of(
        Arguments.of(
            HIGH,
            LOW,
            Verdict.LOWER,
            "Nivån av undvikbar slutenvård är 2,0 gånger så hög vid lägst inkomst som vid högst – och nivån totalt minskar"),
        Arguments.of(
            HIGH,
            LOW,
            Verdict.HIGHER,
            "Nivån av undvikbar slutenvård är 2,0 gånger så hög vid lägst inkomst som vid högst – och nivån totalt ökar"),
        Arguments.of(
            HIGH,
            LOW,
            Verdict.NO_ESTABLISHED_DIFFERENCE,
            "Nivån av undvikbar slutenvård är 2,0 gånger så hög vid lägst inkomst som vid högst"),
        Arguments.of(
            HIGH,
            LOW,
            Verdict.TOO_FEW_TO_SAY,
            "Nivån av undvikbar slutenvård är 2,0 gånger så hög vid lägst inkomst som vid högst"),
        Arguments.of(
            NEARLY_LOW,
            VERY_LOW,
            Verdict.TOO_FEW_TO_SAY,
            "Nivån av undvikbar slutenvård är högre vid lägst inkomst än vid högst"),
        Arguments.of(
            LOW,
            HIGH,
            Verdict.TOO_FEW_TO_SAY,
            "Nivån av undvikbar slutenvård är 0,5 gånger så hög vid lägst inkomst som vid högst"),
        Arguments.of(
            MIDDLE,
            LOW,
            Verdict.LOWER,
            "Ingen säkerställd skillnad i undvikbar slutenvård mellan lägst och högst inkomst"),
        Arguments.of(
            HIDDEN,
            LOW,
            Verdict.LOWER,
            "Underlaget räcker inte för att jämföra undvikbar slutenvård mellan lägst och högst inkomst"));
  }

  @ParameterizedTest
  @MethodSource("headlines")
  void theHeadlineSaysWhatGapAndTrendBearOut(
      Cell lowest, Cell highest, Verdict trend, String expected) {
    Gap gap = Gap.between(lowest, highest);

    assertThat(SENTENCES.headline(AVOIDABLE, gap, trend(trend))).isEqualTo(expected);
  }

  static Stream<Arguments> placeHeadlines() {
    return Stream.of(
        Arguments.of(
            Verdict.HIGHER, "Nivån av undvikbar slutenvård är högre i Vännäs än i Umeåregionen"),
        Arguments.of(
            Verdict.LOWER, "Nivån av undvikbar slutenvård är lägre i Vännäs än i Umeåregionen"),
        Arguments.of(
            Verdict.NO_ESTABLISHED_DIFFERENCE,
            "Ingen säkerställd skillnad i undvikbar slutenvård mellan Vännäs och Umeåregionen"),
        Arguments.of(
            Verdict.TOO_FEW_TO_SAY,
            "Underlaget räcker inte för att jämföra undvikbar slutenvård i Vännäs med Umeåregionen"));
  }

  @ParameterizedTest
  @MethodSource("placeHeadlines")
  void theHeadlineOfAMunicipalityComparesItWithTheWhole(Verdict verdict, String expected) {
    assertThat(SENTENCES.headline(AVOIDABLE, verdict, "Vännäs", "Umeåregionen"))
        .isEqualTo(expected);
  }

  static Stream<Arguments> gaps() {
    return Stream.of(
        Arguments.of(
            HIGH,
            LOW,
            "Undvikbar slutenvård: högre nivå vid lägst inkomst än vid högst.",
            "Vid samma åldersfördelning är nivån 1 200 per 100 000 vuxna i gruppen med lägst inkomst, mot 600 i gruppen med högst (figur 4)."),
        Arguments.of(
            LOW,
            HIGH,
            "Undvikbar slutenvård: lägre nivå vid lägst inkomst än vid högst.",
            "Vid samma åldersfördelning är nivån 600 per 100 000 vuxna i gruppen med lägst inkomst, mot 1 200 i gruppen med högst (figur 4)."),
        Arguments.of(
            MIDDLE,
            LOW,
            "Undvikbar slutenvård: ingen säkerställd skillnad efter inkomst.",
            "Skillnaden mellan lägst och högst inkomst kan vara slump: intervallet, −103 till 703 per 100 000, omfattar noll (figur 4)."),
        Arguments.of(
            HIGH,
            HIDDEN,
            "Undvikbar slutenvård efter inkomst går inte att bedöma.",
            "Lägst eller högst inkomst redovisas inte (figur 4)."));
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void aGapIsToldWithItsNumbers(Cell lowest, Cell highest, String lead, String body) {
    Message message = SENTENCES.gap(AVOIDABLE, lowest, highest, " (figur 4)");

    assertThat(plain(message)).isEqualTo(new Message(lead, body));
  }

  static Stream<Arguments> trends() {
    return Stream.of(
        Arguments.of(
            Verdict.LOWER,
            "Undvikbar slutenvård minskar.",
            "Mellan 2021 och 2025 har nivån sjunkit med i genomsnitt 3,4 procent om året, vid samma åldersfördelning."),
        Arguments.of(
            Verdict.HIGHER,
            "Undvikbar slutenvård ökar.",
            "Mellan 2021 och 2025 har nivån stigit med i genomsnitt 3,4 procent om året, vid samma åldersfördelning."),
        Arguments.of(
            Verdict.NO_ESTABLISHED_DIFFERENCE,
            "Undvikbar slutenvård: ingen säkerställd förändring.",
            "Åren 2021–2025 visar ingen säker riktning."),
        Arguments.of(
            Verdict.TOO_FEW_TO_SAY,
            "Undvikbar slutenvård: utvecklingen går inte att bedöma.",
            "Det krävs minst fyra jämförbara år som får redovisas."));
  }

  @ParameterizedTest
  @MethodSource("trends")
  void aTrendIsToldWithItsYears(Verdict verdict, String lead, String body) {
    assertThat(SENTENCES.trend(AVOIDABLE, trend(verdict), "")).isEqualTo(new Message(lead, body));
  }

  @Test
  void valuesThatDifferButLookAlikeAreNotTold() {
    Message message =
        SENTENCES.gap(AVOIDABLE, shown(600.4, 600.3, 600.5), shown(600.1, 600, 600.2), "");

    assertThat(plain(message).body())
        .isEqualTo(
            "Vid samma åldersfördelning är nivån högre i gruppen med lägst inkomst än i gruppen med högst, men skillnaden är mindre än 1 per 100 000.");
  }

  @Test
  void aRatioIsNotToldWhenRoundingMakesItOneOrNothing() {
    assertThat(headline(shown(2, 1.9, 2.1), shown(100, 95, 105))).doesNotContain("gånger");
    assertThat(headline(shown(104, 103, 105), shown(100, 99, 101))).doesNotContain("gånger");
    assertThat(headline(shown(10, 9, 11), shown(100, 95, 105))).contains("0,1 gånger");
  }

  private static String headline(Cell lowest, Cell highest) {
    return SENTENCES.headline(
        AVOIDABLE, Gap.between(lowest, highest), trend(Verdict.TOO_FEW_TO_SAY));
  }

  @Test
  void aChangeThatRoundsToNothingIsToldAsSmall() {
    Trend slow = new Trend(Verdict.LOWER, 2021, 2025, -0.04);

    assertThat(SENTENCES.trend(AVOIDABLE, slow, "").body())
        .isEqualTo(
            "Mellan 2021 och 2025 har nivån sjunkit, men med mindre än 0,1 procent om året, vid samma åldersfördelning.");
  }

  @Test
  void cautionsStandInTheHeadlineAndAfterAMessage() {
    List<Caution> cautions = List.of(Caution.PRELIMINARY, Caution.WARNED, Caution.LOOK_BACK);

    assertThat(SENTENCES.cautious("Nivån är högre", cautions))
        .isEqualTo("Nivån är högre (preliminärt, diagnoser från färre än fem år)\u00A0†");
    assertThat(SENTENCES.cautious("Nivån är högre", List.of())).isEqualTo("Nivån är högre");
    assertThat(SENTENCES.cautious(new Message("Lead.", "Body."), cautions).body())
        .isEqualTo(
            "Body. Värdena är preliminära. Bakom värdena ligger diagnoser från kortare tid än fem år, så nivåerna är för låga.\u00A0†");
  }

  @Test
  void namesAreJoinedAsInSpeech() {
    assertThat(SENTENCES.joined(List.of())).isEmpty();
    assertThat(SENTENCES.joined(List.of("A"))).isEqualTo("A");
    assertThat(SENTENCES.joined(List.of("A", "B"))).isEqualTo("A och B");
    assertThat(SENTENCES.joined(List.of("A", "B", "C"))).isEqualTo("A, B och C");
  }

  @Test
  void anIndicatorWithoutWordsOfItsOwnUsesItsName() {
    Measure unknown =
        new Measure(
            new Indicator(
                "NEW1", "Ny indikator", "", "", "", "", "", "%", Direction.HIGHER, "", "", ""),
            TEXTS);

    assertThat(unknown.label()).isEqualTo("Ny indikator");
    assertThat(unknown.noun()).isEqualTo("ny indikator");
    assertThat(unknown.labelWithUnit()).isEqualTo("Ny indikator, %");
    assertThat(unknown.direction()).isEqualTo(Direction.HIGHER);
  }

  private static Message plain(Message message) {
    return new Message(plain(message.lead()), plain(message.body()));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\u00A0\\u202F]", " ");
  }
}
