package se.jamlik.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of an invented release that tell who is ill with what, and of inequality over all
 * income groups: a clear one in the whole, none that is established in the municipalities.
 */
final class InventedMorbidity {

  private final Path release;
  private final boolean isHidden;

  private InventedMorbidity(Path release, boolean isHidden) {
    this.release = release;
    this.isHidden = isHidden;
  }

  /** Adds the tables to the folder of a release. */
  static Path addTo(Path release) {
    new InventedMorbidity(release, false).write();
    return release;
  }

  /** Adds tables in which no number may be shown. */
  static Path addSuppressedTo(Path release) {
    new InventedMorbidity(release, true).write();
    return release;
  }

  private void write() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      population(statement);
      conditions(statement);
      equity(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void population(Statement statement) throws SQLException, IOException {
    StringBuilder places = new StringBuilder();
    for (InventedPlace place : InventedPlace.ALL) {
      places.append(places.isEmpty() ? "" : ", ");
      places.append(
          "('%s', '%s', %d)".formatted(place.areaLevel(), place.code(), place.population()));
    }
    statement.execute(
        """
        create table population as
        with places(area_level, area, people) as (values %s),
        ages(age_group, part, ill) as (values
          ('0-9', 0.104, 0.01), ('10-19', 0.118, 0.04), ('20-29', 0.142, 0.07),
          ('30-39', 0.138, 0.11), ('40-49', 0.121, 0.18), ('50-59', 0.118, 0.31),
          ('60-69', 0.107, 0.50), ('70-79', 0.096, 0.70), ('80-89', 0.046, 0.80),
          ('90+', 0.010, 0.85)),
        sexes(sex) as (values ('women'), ('men')),
        cells as (
          select area_level, area, sex, age_group, round(people * part / 2)::bigint as persons,
                 round(people * part / 2 * ill)::bigint as multimorbid
          from places, ages, sexes),
        sums as (
          select area_level, area, coalesce(sex, 'all') as sex,
                 coalesce(age_group, 'all') as age_group, sum(persons)::bigint as persons,
                 sum(multimorbid)::bigint as multimorbid
          from cells
          group by grouping sets ((area_level, area, sex, age_group), (area_level, area, sex),
            (area_level, area, age_group), (area_level, area))),
        judged as (
          select *, multimorbid / persons as ill, multimorbid >= 5 and not %s as is_shown
          from sums)
        select '2025' as period, area_level, area, sex, age_group,
               case when persons >= 5 and not %s then persons end as persons,
               case when is_shown then multimorbid end as multimorbid,
               case when is_shown then 100 * ill end as "value",
               case when is_shown then 100 * (ill - 1.96 * sqrt(ill * (1 - ill) / persons)) end
                 as ci_low,
               case when is_shown then 100 * (ill + 1.96 * sqrt(ill * (1 - ill) / persons)) end
                 as ci_high,
               case when is_shown then 'shown' else 'suppressed' end as status,
               case when is_shown then null else '<5' end as reason
        from judged
        order by all
        """
            .formatted(places, isHidden, isHidden));
    copy(statement, "population");
  }

  /** Thirteen conditions, of which twelve have room; the last two are in no pair. */
  private void conditions(Statement statement) throws SQLException, IOException {
    statement.execute(
        """
        create table condition_prevalence as
        select 'calderon60' as grouper, condition, '2025' as period, 'scope' as area_level,
               'scope' as area, 'all' as sex, 'all' as age_group, persons, 'shown' as status
        from (values ('Hypertension', 13000), ('Dyslipidemia', 9000), ('Diabetes', 8000),
          ('Asthma', 7000), ('Allergy', 6000), ('Ischemic heart disease', 5000),
          ('Heart failure', 4000), ('COPD, emphysema, chronic bronchitis', 3000),
          ('Dementia', 2000), ('Glaucoma', 1500), ('Epilepsy', 1000), ('Thyroid diseases', 900),
          ('Anemia', 800)) as t(condition, persons)
        """);
    copy(statement, "condition_prevalence");
    statement.execute(
        """
        create table condition_pair as
        select 'calderon60' as grouper, condition_a, condition_b, '2025' as period, 'all' as sex,
               'all' as age_group,
               case when is_shown then persons end as persons,
               case when is_shown then persons / lift end as expected,
               case when is_shown then lift end as lift,
               case when is_shown then low end as ci_low,
               case when is_shown then high end as ci_high,
               case when is_shown then 'shown' else 'suppressed' end as status,
               case when is_shown then rank end as rank
        from (
          select *, lift > 0 and not %s as is_shown
          from (values ('Heart failure', 'Ischemic heart disease', 520, 4.6, 4.2, 5.0, 1),
            ('Allergy', 'Asthma', 900, 3.2, 3.0, 3.4, 2),
            ('Diabetes', 'Hypertension', 1300, 2.1, 2.0, 2.2, 3),
            ('Anemia', 'Diabetes', 60, 1.6, 1.2, 2.0, 4),
            ('Dementia', 'Epilepsy', 14, 1.4, 0.8, 2.3, 5),
            ('Asthma', 'Dementia', 40, 0.5, 0.3, 0.7, 6),
            ('Epilepsy', 'Glaucoma', 3, -1, -1, -1, 7))
            as t(condition_a, condition_b, persons, lift, low, high, rank))
        """
            .formatted(isHidden));
    copy(statement, "condition_pair");
    statement.execute(
        """
        create table condition_triad as
        select 'calderon60' as grouper, 'Diabetes' as condition_a, 'Dyslipidemia' as condition_b,
               'Hypertension' as condition_c, '2025' as period, 'all' as sex, 1 as rank,
               case when not %1$s then 240 end as persons, case when not %1$s then 31.5 end as expected,
               case when not %1$s then 7.6 end as lift, case when not %1$s then 6.7 end as ci_low,
               case when not %1$s then 8.6 end as ci_high,
               case when %1$s then 'suppressed' else 'shown' end as status
        """
            .formatted(isHidden));
    copy(statement, "condition_triad");
  }

  private void equity(Statement statement) throws SQLException, IOException {
    statement.execute(
        """
        create table equity as
        select indicator, '2025' as period, area_level, area, 'all' as sex,
               'income_quintile' as dimension, standard, measure,
               case when not %1$s then middle end as "value",
               case when not %1$s then middle - half end as ci_low,
               case when not %1$s then middle + half end as ci_high,
               case when %1$s then 'suppressed' else 'shown' end as status,
               case when %1$s then '<5 (5)' end as reason
        from (values ('MM2', 8.2), ('PAVERK', 610), ('READM30', 5.6), ('ED80', 179))
            as indicators(indicator, slope),
          (values ('crude'), ('esp2013')) as standards(standard),
          (values ('scope', 'scope', 0.1), ('municipality', '2480', 0.1),
            ('municipality', '2403', 3.0)) as places(area_level, area, width),
          lateral (values ('sii', slope, slope * width), ('rii', 1.9, 1.9 * width),
            ('rci', -0.109, 0.109 * width), ('paf', 0.25, 0.25 * width))
            as measures(measure, middle, half)
        order by all
        """
            .formatted(isHidden));
    copy(statement, "equity");
  }

  private void copy(Statement statement, String table) throws SQLException, IOException {
    Path to = Files.createDirectories(release.resolve(table)).resolve("part-0.parquet");
    statement.execute("copy " + table + " to '" + to + "' (format parquet)");
  }
}
