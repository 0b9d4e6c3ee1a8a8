package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without faults the tables agree with each other and with the input contract. */
class ConsistencyTest {
  private static final Map<Table, String> KEYS =
      Map.ofEntries(
          Map.entry(Table.RTB_BEF, "lopnr, ar"),
          Map.entry(Table.RTB_FLYTT, "lopnr, datum, typ"),
          Map.entry(Table.LISA, "lopnr, ar"),
          Map.entry(Table.DORS, "lopnr"),
          Map.entry(Table.GEOGRAFI, "deso"),
          Map.entry(Table.PAR_SLUTENVARD, "lopnr, indatum, sjukhus, klinik"),
          Map.entry(Table.PV_KONTAKT, "kontakt_id"),
          Map.entry(Table.PV_LISTNING, "lopnr, enhet, fom"),
          Map.entry(Table.UTSKRIVNINGSKLAR, "lopnr, utskrivningsklar"),
          Map.entry(Table.SIP, "lopnr, upprattad"),
          Map.entry(Table.SOL, "lopnr, kommun, insats, fom"),
          Map.entry(Table.LSS, "lopnr, kommun, insats, fom"),
          Map.entry(Table.EB, "lopnr, kommun, manad"),
          Map.entry(Table.BU, "lopnr, kommun, insats_id"));

  /** The day of the event in each table of events. */
  private static final Map<Table, String> DAYS =
      Map.of(
          Table.PAR_SLUTENVARD, "indatum",
          Table.PAR_OPPENVARD, "indatum",
          Table.PV_KONTAKT, "kontaktdatum",
          Table.LMED, "edatum",
          Table.KHSL, "datum",
          Table.SOL, "fom",
          Table.LSS, "fom",
          Table.SIP, "upprattad",
          Table.UTSKRIVNINGSKLAR, "utskrivningsklar",
          Table.BU, "start");

  @TempDir private static Path inbox;
  private static DeliveredRegion region;

  @BeforeAll
  static void invent() throws SQLException {
    InventedRegions.written(InventedRegions.clean(6_000, 7), inbox, 4);
    region = new DeliveredRegion(inbox);
    region.run(
        "create table born as select lopnr, make_date(min(fodelsear)::int, min(fodelseman)::int, 1) as month from rtb_bef group by lopnr");
  }

  @AfterAll
  static void close() throws SQLException {
    region.close();
  }

  private static double number(String sql) throws SQLException {
    return region.number(sql);
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsThereOnce(Table table) throws SQLException {
    if (KEYS.containsKey(table)) {
      assertThat(
              number(
                  "select count(*) from (select 1 from %s group by %s having count(*) > 1)"
                      .formatted(table.folder(), KEYS.get(table))))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingHappensBeforeBirthOrAfterDeath(Table table) throws SQLException {
    if (DAYS.containsKey(table)) {
      assertThat(
              number(
                  "select count(*) from %1$s e left join born using (lopnr) left join dors d using (lopnr) where e.%2$s::date < month or e.%2$s::date > d.dodsdat::date"
                      .formatted(table.folder(), DAYS.get(table))))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsYoungerThanTheDelivery(Table table) throws SQLException {
    if (DAYS.containsKey(table)) {
      assertThat(
              number(
                  "select count(*) from %s where %s > '2026-11-19'"
                      .formatted(table.folder(), DAYS.get(table))))
          .isZero();
    }
  }

  @Test
  void noIntervalEndsBeforeItBegins() throws SQLException {
    for (String sql :
        List.of(
            "select count(*) from par_slutenvard where utdatum < indatum",
            "select count(*) from sol where tom < fom",
            "select count(*) from lss where tom < fom",
            "select count(*) from bu where slut < start",
            "select count(*) from pv_listning where tom < fom",
            "select count(*) from utskrivningsklar where utskriven < utskrivningsklar")) {
      assertThat(number(sql)).as(sql).isZero();
    }
  }

  /** Last year's row and the year's moves give this year's row, for all who live here or did. */
  @Test
  void movesExplainWhereEverybodyLives() throws SQLException {
    assertThat(
            number(
                """
                with moved as (
                  select lopnr, year(datum::date) as year,
                    arg_max(till_kommun, (datum, case typ when 'UTFLYTT' then 1 when 'INFLYTT' then 2 when 'DOD' then 4 else 3 end)) as kommun,
                    true as is_moved
                  from (select lopnr, datum, typ, coalesce(till_kommun, '') as till_kommun from rtb_flytt) group by all
                ), years as (select unnest(range(2021, 2026)) as year),
                people as (select distinct lopnr from rtb_bef),
                told as (
                  select p.lopnr, y.year, case when m.is_moved then m.kommun else coalesce(before.kommun, '') end as kommun
                  from people p cross join years y
                  left join moved m on m.lopnr = p.lopnr and m.year = y.year
                  left join rtb_bef before on before.lopnr = p.lopnr and before.ar = y.year - 1
                )
                select count(*) from told t left join rtb_bef b on b.lopnr = t.lopnr and b.ar = t.year
                where coalesce(b.kommun, '') <> case when t.kommun = '0180' then '' else t.kommun end"""))
        .isZero();
  }

  @Test
  void theDeadHaveNoLaterRow() throws SQLException {
    assertThat(
            number(
                "select count(*) from rtb_bef join dors using (lopnr) where make_date(ar::int, 12, 31) >= dodsdat::date"))
        .isZero();
    assertThat(
            number(
                "select count(*) from dors where lopnr not in (select lopnr from rtb_flytt where typ = 'DOD')"))
        .isZero();
  }

  @Test
  void aDeathOnTheWardEndsTheStay() throws SQLException {
    assertThat(
            number(
                "select count(*) from par_slutenvard s left join dors d using (lopnr) where utsatt = '4' and (d.dodsdat is null or d.dodsdat <> s.utdatum or d.dodspl <> '1')"))
        .isZero();
    assertThat(number("select count(*) from par_slutenvard where utsatt = '4'")).isPositive();
  }

  @Test
  void anOpenStayIsThePersonsLast() throws SQLException {
    assertThat(
            number(
                "select count(*) from par_slutenvard o join par_slutenvard l using (lopnr) where o.utdatum is null and l.indatum > o.indatum"))
        .isZero();
    assertThat(number("select count(*) from par_slutenvard where utdatum is null")).isPositive();
  }

  @Test
  void aTransferIsTwoRowsOfOneStay() throws SQLException {
    assertThat(
            number(
                """
                select count(*) from par_slutenvard a where a.utsatt = '1' and not exists (
                  from par_slutenvard b where b.lopnr = a.lopnr and b.insatt = '1' and b.klinik <> a.klinik
                    and b.indatum::date - a.utdatum::date between 0 and 1)"""))
        .isZero();
    assertThat(number("select count(*) from par_slutenvard where utsatt = '1'")).isPositive();
  }

  @Test
  void everyAreaIsInTheGeography() throws SQLException {
    assertThat(
            number(
                "select count(*) from rtb_bef where deso is not null and deso not in (select deso from geografi)"))
        .isZero();
    assertThat(
            number(
                "select count(*) from geografi where not regexp_full_match(deso, '[0-9]{4}[ABC][0-9]{4}') or substr(deso, 1, 4) <> kommun or substr(regso, 1, 4) <> kommun"))
        .isZero();
    assertThat(number("select count(*) from rtb_bef where deso is null"))
        .as("protected")
        .isPositive();
    assertThat(
            number(
                "select count(*) from rtb_bef join geografi using (deso) where deso_version = '2025' and ar < '2025'"))
        .isZero();
  }

  @Test
  void nearlyEveryEventIsOfAKnownPerson() throws SQLException {
    // Who dies before the first 31 December, or lives here only between two of them, has no row.
    for (Table table : List.of(Table.PAR_SLUTENVARD, Table.PAR_OPPENVARD, Table.LMED, Table.KHSL)) {
      assertThat(
              number(
                  "select avg((lopnr not in (select lopnr from rtb_bef))::int) from %s where %s >= '2021-01-01'"
                      .formatted(table.folder(), DAYS.get(table))))
          .as(table.folder())
          .isLessThan(0.01);
    }
  }

  @Test
  void aHouseholdOfTheAssistanceIsOneOfTheRegister() throws SQLException {
    assertThat(
            number(
                "select 1.0 * count(*) filter (hushall_id in (select hushall_id from rtb_bef)) / count(*) from eb"))
        .isGreaterThan(0.95);
  }

  @Test
  void closedListsAreKept() throws SQLException {
    Map<String, String> lists =
        Map.of(
            "select distinct insats from sol",
                "HEMTJANST TRYGGHETSLARM MATDISTRIBUTION LEDSAGNING AVLOSNING DAGVERKSAMHET KORTTID SABO BOENDESTOD KONTAKTPERSON ANNAT",
            "select distinct typ from rtb_flytt", "INV UTV INFLYTT UTFLYTT FODD DOD",
            "select distinct civil from rtb_bef", "OG G S A Ä RP SP EP",
            "select distinct fodelseland_grupp from rtb_bef", "SE NORDEN EU EUROPA VARLDEN",
            "select distinct kontakttyp from pv_kontakt",
                "MOTTAGNING HEMBESOK DISTANS_VIDEO DISTANS_TELEFON CHATT BREV GRUPP",
            "select distinct insats from lss", "2 3 4 5 6 7 8 9 10",
            "select distinct kon from rtb_bef", "1 2");
    for (Map.Entry<String, String> list : lists.entrySet()) {
      String allowed =
          List.of(list.getValue().split(" ")).stream()
              .map(word -> "'" + word + "'")
              .collect(Collectors.joining(", "));
      assertThat(
              number(
                  "select count(*) from (%s) as found(word) where word not in (%s)"
                      .formatted(list.getKey(), allowed)))
          .as(list.getKey())
          .isZero();
    }
  }

  @Test
  void codesHaveTheirForm() throws SQLException {
    assertThat(
            number(
                """
                with code as (
                  select unnest([hdia, dia1, dia2, dia3, ekod1]) as code from par_slutenvard
                  union all select unnest([hdia, dia1, dia2, dia3, ekod1]) from par_oppenvard
                  union all select unnest([dia1, dia2, dia3, dia4, dia5]) from pv_kontakt
                )
                select count(*) from code where code is not null and not regexp_full_match(code, '[A-Z][0-9]{2}[0-9A-Z]{0,3}')"""))
        .isZero();
    assertThat(
            number(
                "select count(*) from lmed where not regexp_full_match(atc, '[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}')"))
        .isZero();
  }

  @Test
  void nothingLooksLikeAPersonalNumber() throws SQLException {
    for (Table table : Table.values()) {
      for (Table.Column column : table.columns()) {
        assertThat(
                number(
                    "select count(*) from %s where regexp_matches(%s, '(^|[^0-9A-Za-z+-])[0-9]{6,8}[-+]?[0-9]{4}($|[^0-9A-Za-z+-])')"
                        .formatted(table.folder(), column.name())))
            .as(table.folder() + "." + column.name())
            .isZero();
      }
    }
  }
}
