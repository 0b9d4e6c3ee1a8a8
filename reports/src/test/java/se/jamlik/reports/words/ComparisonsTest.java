package se.jamlik.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.reports.Language;
import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Indicator;
import se.jamlik.reports.release.Indicator.Direction;
import se.jamlik.reports.words.Comparisons.Compared;

/** H higher, L lower, 0 no established difference, - too few to say; the first is A, the next B. */
class ComparisonsTest {
  private static final Texts TEXTS = Texts.in(Language.SV);
  private static final Comparisons COMPARISONS =
      new Comparisons(TEXTS, new Sentences(TEXTS, new Numbers(Language.SV)));
  private static final Measure HOME_CARE =
      new Measure(
          new Indicator("HTJ65", "", "", "", "", "", "", "%", Direction.NEUTRAL, "", "", ""),
          TEXTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HH0 | Hemtjänst 65+: 2 av 3 kommuner skiljer sig från helheten. | Nivån av hemtjänst 65+ är högre än i W som helhet i A och B (figur 5). För övriga kommuner är ingen skillnad säkerställd.
          LHH | Hemtjänst 65+: 3 av 3 kommuner skiljer sig från helheten. | Jämfört med W som helhet är nivån av hemtjänst 65+ högre i B och C och lägre i A (figur 5).
          L0- | Hemtjänst 65+: 1 av 3 kommuner skiljer sig från helheten. | Nivån av hemtjänst 65+ är lägre än i W som helhet i A (figur 5). För övriga kommuner är ingen skillnad säkerställd, eller så går de inte att jämföra. Vid flera jämförelser kan ett enstaka utslag vara slump.
          H-- | Hemtjänst 65+: 1 av 3 kommuner skiljer sig från helheten. | Nivån av hemtjänst 65+ är högre än i W som helhet i A (figur 5). Övriga kommuner går inte att jämföra.
          000 | Hemtjänst 65+: ingen kommun skiljer sig säkert. | Ingen kommuns nivå av hemtjänst 65+ skiljer sig säkert från den i W som helhet (figur 5).
          0-0 | Hemtjänst 65+: ingen jämförbar kommun skiljer sig säkert. | Ingen av de kommuner som kan jämföras har en nivå av hemtjänst 65+ som skiljer sig säkert från den i W som helhet (figur 5).
          --- | Hemtjänst 65+: kommunerna går inte att jämföra. | Underlaget räcker inte för att jämföra hemtjänst 65+ i kommunerna med W som helhet (figur 5).
          """)
  void onlyMunicipalitiesThatDifferAreNamed(String verdicts, String lead, String body) {
    Sentences.Message message =
        COMPARISONS.ofMunicipalities(
            HOME_CARE, compared(verdicts, Direction.NEUTRAL), "W", " (figur 5)");

    assertThat(message).isEqualTo(new Sentences.Message(lead, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HL0 | LOWER | P jämfört med W: 2 av 3 mått skiljer sig säkert. | Sämre: A. Bättre: B (figur 5). För övriga mått i översikten är ingen skillnad säkerställd.
          HL0 | HIGHER | P jämfört med W: 2 av 3 mått skiljer sig säkert. | Sämre: B. Bättre: A (figur 5). För övriga mått i översikten är ingen skillnad säkerställd.
          HLH | NEUTRAL | P jämfört med W: 3 av 3 mått skiljer sig säkert. | Högre: A och C. Lägre: B (figur 5).
          H00 | LOWER | P jämfört med W: 1 av 3 mått skiljer sig säkert. | Sämre: A (figur 5). För övriga mått i översikten är ingen skillnad säkerställd. Vid flera jämförelser kan ett enstaka utslag vara slump.
          H-0 | LOWER | P jämfört med W: 1 av 3 mått skiljer sig säkert. | Sämre: A (figur 5). För övriga mått i översikten är ingen skillnad säkerställd, eller så går de inte att jämföra. Vid flera jämförelser kan ett enstaka utslag vara slump.
          H-- | LOWER | P jämfört med W: 1 av 3 mått skiljer sig säkert. | Sämre: A (figur 5). Övriga mått i översikten går inte att jämföra.
          000 | LOWER | Ingen säkerställd skillnad mot W. | Inget av måtten i översikten skiljer sig säkert från W (figur 5).
          0-0 | LOWER | Ingen säkerställd skillnad mot W i det som kan jämföras. | Inget av de mått i översikten som kan jämföras skiljer sig säkert från W (figur 5).
          --- | LOWER | Underlaget räcker inte för en jämförelse. | Inget av måtten i översikten kan jämföras med W (figur 5).
          """)
  void measuresAreSortedByWhatMayBeSaidOfThem(
      String verdicts, Direction direction, String lead, String body) {
    Sentences.Message message =
        COMPARISONS.ofMeasures(compared(verdicts, direction), "P", "W", " (figur 5)");

    assertThat(message).isEqualTo(new Sentences.Message(lead, body));
  }

  private static List<Compared> compared(String verdicts, Direction direction) {
    List<Compared> compared = new ArrayList<>();
    for (int i = 0; i < verdicts.length(); i++) {
      Verdict verdict =
          switch (verdicts.charAt(i)) {
            case 'H' -> Verdict.HIGHER;
            case 'L' -> Verdict.LOWER;
            case '0' -> Verdict.NO_ESTABLISHED_DIFFERENCE;
            default -> Verdict.TOO_FEW_TO_SAY;
          };
      String name = String.valueOf((char) ('A' + i));
      compared.add(new Compared(name, verdict, Tone.of(verdict, direction)));
    }
    return compared;
  }
}
