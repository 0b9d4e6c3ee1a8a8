package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.jamlik.jobs.reference.ReferenceTables.ConditionCount;
import se.jamlik.jobs.reference.ReferenceTables.ConditionPair;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;
import se.jamlik.jobs.reference.ReferenceTables.LinkRate;

class ReferenceTest {
  private static final LocalDate AS_OF = LocalDate.of(2025, 3, 15);

  /**
   * Twelve women of 80 in Umeå, of whom one comes and one goes in 2024; one man of 30 in Vindeln.
   */
  private final DrawnRegion region = new DrawnRegion();

  @BeforeEach
  void region() {
    for (int person = 1; person <= 12; person++) {
      region.lives(person, 2023, person == 1 ? "0180" : "2480", 1944, "2");
      region.lives(person, 2024, person == 2 ? "0180" : "2480", 1944, "2");
    }
    region.lives(13, 2023, "2404", 1994, "1");
    region.lives(13, 2024, "2404", 1994, "1");
    region.everyMunicipalitySends();
    region.draw(
        "pv_kontakt",
        "kontakt_id",
        "a",
        "lopnr",
        "3",
        "kontaktdatum",
        "2020-01-01",
        "enhet",
        "HC",
        "dia1",
        "I50");
    region.draw(
        "par_oppenvard", "lopnr", "3", "indatum", "2024-02-01", "sjukhus", "64001", "akut", "1");
    region.draw(
        "par_oppenvard", "lopnr", "2", "indatum", "2024-02-01", "sjukhus", "64001", "akut", "1");
    region.draw(
        "par_oppenvard", "lopnr", "2", "indatum", "2024-02-01", "sjukhus", "64001", "akut", "1");
    region.draw(
        "par_slutenvard",
        "lopnr",
        "3",
        "indatum",
        "2025-03-15",
        "sjukhus",
        "64001",
        "utdatum",
        "2025-03-16");
  }

  @Test
  void meanPopulationCountsHalfForThoseWhoCameOrWent() {
    // Ten the whole year and two halves; 3 visits, of which 2 by the one who left.
    IndicatorValue value = value("ED80", "scope", "crude");

    assertThat(value.numerator()).isEqualTo(3);
    assertThat(value.denominator()).isEqualTo(11);
    assertThat(value.value()).isEqualTo(3000 / 11.0, offset(1e-9));
    double rate = 3 / 11.0;
    double squares =
        9 * rate * rate + Math.pow(rate / 2, 2) + Math.pow(1 - rate, 2) + Math.pow(2 - rate / 2, 2);
    double deviation = Math.sqrt(12 / 11.0 * squares / 121);
    assertThat(value.ciHigh())
        .isEqualTo(1000 * (rate + 1.959963984540054 * deviation), offset(1e-9));
    assertThat(value.ciLow()).isZero();
  }

  @Test
  void residentsOnTheMeasureDayAreTheDenominatorAtTheEnd() {
    assertThat(value("MM2", "scope", "crude").denominator()).isEqualTo(12);
    assertThat(value("MSA65", "2480", "crude").denominator()).isEqualTo(11);
    assertThat(row("MSA65", "2404", "crude")).isEmpty();
  }

  @Test
  void residentsOnTheMeasureDayAreCountedBySexAndTenYears() {
    assertThat(Reference.of(region.tables(), AS_OF).populations())
        .filteredOn(row -> row.period().equals("2024") && row.area().equals("scope"))
        .extracting(row -> row.sex() + " " + row.ageGroup() + " " + row.persons())
        .containsExactlyInAnyOrder(
            "all all 12",
            "all 30-39 1",
            "all 80-89 11",
            "men all 1",
            "men 30-39 1",
            "women all 11",
            "women 80-89 11");
  }

  @Test
  void standardisedValueNeedsTen() {
    assertThat(value("ED80", "scope", "esp2013").reason()).isEqualTo("fewer than 10");
    assertThat(value("ED80", "scope", "esp2013").value()).isNull();
    // A mean needs ten persons, and eighteen of the nineteen age groups are empty.
    assertThat(value("HTJ65", "scope", "esp2013").reason()).isEqualTo("18 age groups left out");
  }

  @Test
  void periodIsPreliminaryUntilThirtyDaysOfDataHaveCome() {
    assertThat(value("MM2", "scope", "crude").preliminary()).isFalse();
    assertThat(values())
        .filteredOn(row -> row.period().equals("R12-2025-02"))
        .allMatch(IndicatorValue::preliminary);
  }

  @Test
  void lookBackThatBeginsWithTheDataIsLongEnough() {
    // The first diagnosis is of 2020-01-01, the first day that 2024 looks back on.
    assertThat(value("MM2", "scope", "crude").reason()).isNull();

    region.rows("pv_kontakt").get(0).put("kontaktdatum", "2020-01-02");
    assertThat(value("MM2", "scope", "crude").reason()).isEqualTo("look-back shorter than 5 years");
    assertThat(value("MM2", "scope", "crude").status()).isEqualTo("shown");
  }

  @Test
  void municipalityThatSendsNothingIsNotComputedAndNamedAtTheScope() {
    region.rows("sol").removeIf(row -> row.get("kommun").equals("2480"));
    region.lives(14, 2023, "2404", 1944, "1");
    region.lives(14, 2024, "2404", 1944, "1");

    assertThat(value("HTJ65", "2480", "crude").reason()).isEqualTo("sol not delivered by 2480");
    assertThat(value("HTJ65", "2480", "crude").denominator()).isNull();
    assertThat(value("HTJ65", "scope", "crude").reason()).isEqualTo("without 2480");
    // The man of 80 in Vindeln; the women of Umeå are left out.
    assertThat(value("HTJ65", "scope", "crude").denominator()).isEqualTo(1);
  }

  @Test
  void assistanceOfAnybodyOfTheHouseholdIsTheChilds() {
    region.child(14, "h1");
    region.child(15, "h2");
    region.child(16, null);
    region.draw("eb", "lopnr", "13", "kommun", "2404", "manad", "2024-12", "hushall_id", "h1");
    region.draw(
        "eb", "lopnr", "stranger", "kommun", "0180", "manad", "2023-12", "hushall_id", "h2");
    region.draw("eb", "lopnr", "13", "kommun", "2404", "manad", "2024-11");

    assertThat(value("EBBARN", "2404", "crude").numerator()).isEqualTo(1);
    assertThat(value("EBBARN", "2404", "crude").denominator()).isEqualTo(3);
    assertThat(value("EB", "2404", "crude").numerator()).isEqualTo(1);
  }

  @Test
  void costliestAreWholePersonsRoundedUp() {
    // Eleven women and a man are resident at the end: 1 % and 5 % of twelve are one, 10 % are two.
    region.draw("khsl", "lopnr", "4", "kommun", "2480", "kva", "QV001", "datum", "2024-06-01");

    IndicatorValue one = value("HNHC5", "scope", "crude");
    assertThat(one.numerator()).isEqualTo(4_500);
    assertThat(one.denominator()).isEqualTo(4_500 + 700);
    assertThat(one.value()).isEqualTo(100 * 4_500 / 5_200.0, offset(1e-12));
    assertThat(one.ciLow()).isNull();
    assertThat(value("HNHC10", "scope", "crude").value()).isEqualTo(100);
    assertThat(row("HNHC10", "scope", "esp2013")).isEmpty();
    // Nobody of the 12 has any cost in Vindeln.
    assertThat(row("HNHC10", "2404", "crude")).isEmpty();
  }

  @Test
  void indicatorOfATableThatDidNotComeHasOneRowForTheScopeAndForEachMunicipality() {
    assertThat(values())
        .filteredOn(row -> row.indicator().equals("FLK") && row.period().equals("2024"))
        .hasSize(7)
        .allMatch(row -> "pv_listning not delivered".equals(row.reason()));
    assertThat(value("SIPCORE", "2480", "crude").reason()).isEqualTo("sip not delivered");
    assertThat(value("PLAC0_20", "2480", "crude").reason()).isEqualTo("bu not delivered");
    assertThat(value("UKMEAN", "2480", "crude").reason())
        .isEqualTo("utskrivningsklar not delivered");
  }

  @Test
  void everyNumberOfConditionsHasARow() {
    List<ConditionCount> counts =
        Reference.of(region.tables(), AS_OF).conditionCounts().stream()
            .filter(row -> row.period().equals("2024") && row.area().equals("2480"))
            .toList();

    assertThat(counts)
        .extracting(ConditionCount::conditions)
        .containsExactly("0", "1", "2", "3", "4", "5+");
    assertThat(counts).extracting(ConditionCount::persons).containsExactly(10L, 1L, 0L, 0L, 0L, 0L);
    assertThat(counts.get(1).value()).isEqualTo(100 / 11.0, offset(1e-12));
  }

  @Test
  void everyConditionHasARowAndOfPairsThoseThatSomebodyHas() {
    region.rows("pv_kontakt").get(0).put("dia2", "F03");
    Reference reference = Reference.of(region.tables(), AS_OF);

    // The scope, two municipalities, two sexes and two age groups; sixty conditions.
    assertThat(reference.conditionPrevalences())
        .filteredOn(row -> row.period().equals("2024"))
        .hasSize(7 * 60)
        .filteredOn(row -> row.persons() > 0 && row.area().equals("2480"))
        .extracting(row -> row.condition() + " " + row.persons() + " of " + row.population())
        .containsExactly("Dementia 1 of 11", "Heart failure 1 of 11");
    // One of twelve has both, where a twelfth of one is expected; 0.0253 and 5.5716 are exact.
    List<ConditionPair> pairs =
        reference.conditionPairs().stream().filter(row -> row.period().equals("2024")).toList();
    assertThat(pairs)
        .extracting(row -> row.conditionA() + ", " + row.conditionB() + " " + row.sex())
        .containsExactly("Dementia, Heart failure all", "Dementia, Heart failure women");
    assertThat(pairs.get(0).expected()).isEqualTo(1 / 12.0, offset(1e-15));
    assertThat(pairs.get(0).lift()).isEqualTo(12, offset(1e-12));
    assertThat(pairs.get(0).ciLow()).isEqualTo(0.025317807984289897 * 12, offset(1e-10));
    assertThat(pairs.get(0).ciHigh()).isEqualTo(5.571643390938899 * 12, offset(1e-10));
  }

  @Test
  void linkRateCountsRowsOfPersonsInTheRegister() {
    region.draw("par_oppenvard", "lopnr", "stranger", "indatum", "2023-02-01", "sjukhus", "64001");
    region.draw(
        "par_oppenvard",
        "lopnr",
        "stranger",
        "indatum",
        "2025-03-16",
        "sjukhus",
        "64001"); // after as-of

    assertThat(Reference.of(region.tables(), AS_OF).linkRates())
        .filteredOn(row -> row.table().equals("par_oppenvard"))
        .containsExactly(
            new LinkRate("par_oppenvard", "all", "2023", 1, 0, 1, 0, 0),
            new LinkRate("par_oppenvard", "all", "2024", 3, 3, 2, 2, 1),
            new LinkRate("par_oppenvard", "all", "all", 4, 3, 3, 2, 0.75));
  }

  private List<IndicatorValue> values() {
    return Reference.of(region.tables(), AS_OF).indicatorValues();
  }

  private List<IndicatorValue> row(String indicator, String area, String standard) {
    return values().stream()
        .filter(
            row ->
                row.indicator().equals(indicator)
                    && row.period().equals("2024")
                    && row.area().equals(area))
        .filter(
            row ->
                row.sex().equals("all")
                    && row.ageGroup().equals("all")
                    && row.category().equals("all"))
        .filter(row -> row.standard().equals(standard))
        .toList();
  }

  private IndicatorValue value(String indicator, String area, String standard) {
    assertThat(row(indicator, area, standard)).hasSize(1);
    return row(indicator, area, standard).get(0);
  }
}
