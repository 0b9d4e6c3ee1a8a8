package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A region of 20 000 people is as people are, counted from what is delivered. The targets and their
 * sources stand in docs/synthetic-region.md.
 */
class CalibrationTest {
  private static final long PERSONS = 20_000;

  @TempDir private static Path inbox;
  private static DeliveredRegion region;

  @BeforeAll
  static void invent() throws SQLException {
    InventedRegions.written(InventedRegions.clean(PERSONS, 1), inbox, 4);
    region = new DeliveredRegion(inbox);
    region.run(
        "create table resident as select *, ar::int - fodelsear::int as age from rtb_bef where kommun in ('2401', '2403', '2404', '2409', '2460', '2480')");
    region.run("create table living as select * from resident where ar = '2025'");
    region.run(
        "create table person as select lopnr, min(fodelsear)::int as born from rtb_bef group by lopnr");
    // Person-years of 2021 to 2025, the sum of five 31 Decembers; the neighbours count too, since
    // their visits do.
    region.run(
        """
        create table years as
        select count(*) as everybody,
          count(*) filter (ar::int - fodelsear::int >= 20) as adults,
          count(*) filter (ar::int - fodelsear::int >= 65) as old,
          count(*) filter (ar::int - fodelsear::int >= 80) as oldest
        from rtb_bef where ar between '2021' and '2025'""");
    createConditions();
  }

  private static void createConditions() throws SQLException {
    region.run(
        """
        create table diagnosis as
        with written as (
          select lopnr, coalesce(utdatum, indatum) as day, unnest([hdia, dia1, dia2, dia3, dia4, dia5, dia6, dia7, dia8]) as code
          from par_slutenvard
          union all
          select lopnr, indatum, unnest([hdia, dia1, dia2, dia3]) from par_oppenvard
          union all
          select lopnr, kontaktdatum, unnest([dia1, dia2, dia3, dia4, dia5]) from pv_kontakt
        )
        select lopnr, day::date as day, code from written where code is not null""");
    region.run(
        """
        create table code_group as
        with matched as (
          select d.code, c.name, length(c.code) as long, max(length(c.code)) over (partition by d.code) as longest
          from (select distinct code from diagnosis) d join calderon60 c on starts_with(d.code, c.code)
        )
        select code, name from matched where long = longest""");
    region.run(
        """
        create table conditions as
        select l.lopnr, l.age, count(distinct g.name) as number
        from living l
        left join diagnosis d on d.lopnr = l.lopnr and d.day > date '2020-12-31' and d.day <= date '2025-12-31'
        left join code_group g using (code)
        group by all""");
  }

  @AfterAll
  static void close() throws SQLException {
    region.close();
  }

  private static double number(String sql) throws SQLException {
    return region.number(sql);
  }

  @Test
  void asManyLiveThereAsWereAskedFor() throws SQLException {
    assertThat(number("select count(*) from resident where ar = '2020'"))
        .isBetween(19_700.0, 20_300.0);
    assertThat(number("select count(*) from living")).isBetween(19_500.0, 20_600.0);
  }

  @Test
  void theMunicipalitiesHaveTheirShares() throws SQLException {
    // Population of 2024: Umeå 134 249 of 164 789, Bjurholm 2 359.
    assertThat(number("select avg((kommun = '2480')::int) * 100 from living"))
        .isBetween(80.0, 83.0);
    assertThat(number("select avg((kommun = '2403')::int) * 100 from living")).isBetween(1.1, 1.8);
  }

  @Test
  void oneInFiveIsOld() throws SQLException {
    // 31 445 of 163 732 in 2023.
    assertThat(number("select avg((age >= 65)::int) * 100 from living")).isBetween(18.0, 21.0);
  }

  @Test
  void twoConditionsAreAsCommonAsInRegisters() throws SQLException {
    assertThat(number("select avg((number >= 2)::int) * 100 from conditions"))
        .isBetween(20.0, 25.0);
    assertThat(number("select avg((number >= 2)::int) * 100 from conditions where age >= 75"))
        .isBetween(60.0, 75.0);
  }

  @Test
  void theLowestIncomeFifthHasMoreConditionsAtTheSameAge() throws SQLException {
    List<Double> shares =
        region.row(
            """
            with fifth as (
              select c.age, c.number, ntile(5) over (order by dispinkke04::double, c.lopnr) as quintile
              from conditions c join lisa l on l.lopnr = c.lopnr and l.ar = '2024'
            )
            select avg((number >= 2)::int) filter (quintile = 1) * 100, avg((number >= 2)::int) filter (quintile = 5) * 100
            from fifth where age between 45 and 74""");

    assertThat(shares.get(0) / shares.get(1)).isBetween(1.25, 2.0);
  }

  @Test
  void hospitalStaysAreAsCommonAsInSweden() throws SQLException {
    // 131 per 1 000 in 2022; a row that continues another clinic's is not an admission.
    assertThat(
            number(
                "select 1000.0 * count(*) / (select everybody from years) from par_slutenvard where insatt <> '1' and year(indatum::date) between 2021 and 2025"))
        .isBetween(118.0, 144.0);
  }

  @Test
  void emergencyVisitsAreAsCommonAsInSweden() throws SQLException {
    // 173 per 1 000 in 2023, and about 550 among those aged 80 and more.
    assertThat(
            number(
                "select 1000.0 * count(*) / (select everybody from years) from par_oppenvard where akut = '1' and year(indatum::date) between 2021 and 2025"))
        .isBetween(156.0, 190.0);
    assertThat(
            number(
                "select 1000.0 * count(*) / (select oldest from years) from par_oppenvard join person using (lopnr) where akut = '1' and year(indatum::date) between 2021 and 2025 and year(indatum::date) - born >= 80"))
        .isBetween(470.0, 630.0);
  }

  @Test
  void oneInSixOfTheOldComeBackWithinAMonth() throws SQLException {
    assertThat(
            number(
                """
                with stay as (
                  select lopnr, indatum::date as first, pvard from par_slutenvard where insatt <> '1'
                ), discharge as (
                  select lopnr, utdatum::date as last from par_slutenvard join person using (lopnr)
                  where utsatt in ('2', '3') and year(utdatum::date) between 2021 and 2025 and year(utdatum::date) - born >= 65
                )
                select avg((exists (
                  from stay s where s.lopnr = d.lopnr and s.pvard = '2' and s.first > d.last and s.first <= d.last + 30
                ))::int) * 100 from discharge d"""))
        .isBetween(14.0, 20.0);
  }

  @Test
  void avoidableAdmissionsAreSeveralHundred() throws SQLException {
    assertThat(
            number(
                """
                select 100000.0 * count(*) / (select adults from years)
                from par_slutenvard s join person using (lopnr)
                where s.insatt <> '1' and year(s.indatum::date) between 2021 and 2025 and year(s.indatum::date) - born >= 20
                  and exists (from paverkbar p where starts_with(s.hdia, p.code))"""))
        .isBetween(550.0, 1_000.0);
  }

  @Test
  void nearlyHalfOfTheOldestUseFiveDrugs() throws SQLException {
    List<Double> shares =
        region.row(
            """
            with use as (
              select distinct lopnr, atc from lmed
              where atc not like 'D%' and coalesce(antal, '1') > '0' and edatum::date <= date '2025-12-31'
                and edatum::date + least(120, coalesce(forpddd::int, 90)) > date '2025-12-31'
            ), drugs as (
              select l.lopnr, count(u.atc) as number from living l left join use u using (lopnr) where age >= 75 group by all
            )
            select avg((number >= 5)::int) * 100, avg((number >= 10)::int) * 100 from drugs""");

    assertThat(shares.get(0)).isBetween(40.0, 51.0);
    assertThat(shares.get(1)).isBetween(6.0, 13.0);
  }

  @Test
  void oneInSixOfTheOldHasHelpFromTheMunicipality() throws SQLException {
    List<Double> shares =
        region.row(
            """
            with helped as (
              select l.*, list(insats) as kinds from living l join sol using (lopnr)
              where age >= 65 and fom <= '2025-12-31' and coalesce(tom, '9999') > '2025-12-31' group by all
            ), old as (select count(*) as everybody, count(*) filter (kon = '2') as women, count(*) filter (age >= 80) as oldest from living where age >= 65)
            select 100.0 * count(*) / any_value(everybody), 100.0 * count(*) filter (kon = '2') / any_value(women),
              100.0 * count(*) filter (kon = '1') / any_value(everybody - women),
              100.0 * count(*) filter (list_contains(kinds, 'HEMTJANST')) / any_value(everybody),
              100.0 * count(*) filter (age >= 80 and list_contains(kinds, 'SABO')) / any_value(oldest)
            from helped, old""");

    assertThat(shares.get(0)).isBetween(14.0, 18.0);
    assertThat(shares.get(1)).as("women").isGreaterThan(shares.get(2) + 2);
    assertThat(shares.get(3)).as("home care").isBetween(6.0, 10.0);
    assertThat(shares.get(4)).as("special housing, 80+").isBetween(8.0, 14.0);
  }

  @Test
  void assistanceIsForTheFew() throws SQLException {
    assertThat(
            number(
                "select 100.0 * count(distinct lopnr) / (select count(*) from living) from eb join living using (lopnr) where manad like '2025%'"))
        .isBetween(1.4, 3.0);
    assertThat(
            number(
                "select 10000.0 * count(distinct lopnr) / (select count(*) from living) from lss join living using (lopnr) where tom is null"))
        .isBetween(60.0, 90.0);
    assertThat(
            number(
                "select 1000.0 * count(distinct lopnr) / (select count(*) from living where age <= 20) from bu join living using (lopnr) where age <= 20 and placeringsform is not null and start <= '2025-12-31' and coalesce(slut, '9999') > '2025-01-01'"))
        .isBetween(7.0, 15.0);
  }

  @Test
  void asManyAreBornAndDieAsInSweden() throws SQLException {
    assertThat(
            number(
                "select 1000.0 * count(*) / (select everybody from years) from dors where dodsdat between '2021' and '2026'"))
        .isBetween(7.0, 10.0);
    assertThat(
            number(
                "select 1000.0 * count(*) / (select everybody from years) from rtb_flytt where typ = 'FODD' and datum between '2021' and '2026'"))
        .isBetween(8.5, 11.5);
  }

  @Test
  void schoolingFollowsTheMunicipality() throws SQLException {
    List<Double> shares =
        region.row(
            """
            select avg((sun2020niva >= '5')::int) filter (kommun = '2480') * 100, avg((sun2020niva >= '5')::int) filter (kommun <> '2480') * 100
            from lisa l join resident r on r.lopnr = l.lopnr and r.ar = l.ar
            where l.ar = '2024' and age between 25 and 64""");

    assertThat(shares.get(0)).isBetween(54.0, 66.0);
    assertThat(shares.get(1)).isBetween(28.0, 42.0);
  }
}
