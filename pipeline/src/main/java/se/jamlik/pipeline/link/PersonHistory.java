package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the registers say of one person, read from lists in one row.
 *
 * @param person key
 * @param incomes of the years that some period asks for
 */
record PersonHistory(long person, Residence residence, List<Income> incomes) {

  /** The fields of the list {@code population}, its order that of {@link PopulationRow}. */
  static final List<Column> POPULATION =
      List.of(
          col("year"),
          col("birth_year"),
          coalesce(col("birth_month"), lit(0)).as("birth_month"),
          col("sex"),
          col("municipality"),
          col("deso"),
          col("birth_region_group"),
          col("household"));

  /** The fields of the list {@code moves}, its order that of {@link Move}. */
  static final List<Column> MOVE =
      List.of(unix_date(col("moved_on")).as("moved_day"), col("kind"), col("to_municipality"));

  /** The fields of the list {@code incomes}, its order that of {@link Income}. */
  static final List<Column> INCOME =
      List.of(col("year"), col("disposable_income"), col("education_level"));

  /** Income and education of one year. */
  record Income(int year, @Nullable BigDecimal disposableIncome, @Nullable Integer education) {}

  static PersonHistory of(Row row, TreeSet<Integer> populationYears) {
    Residence residence =
        new Residence(
            populationYears,
            list(row, "population").stream().map(PersonHistory::populationRow).toList(),
            list(row, "moves").stream().map(PersonHistory::move).sorted(Move.IN_ORDER).toList(),
            diedDay(row));
    return new PersonHistory(
        row.getLong(row.fieldIndex("person")),
        residence,
        list(row, "incomes").stream().map(PersonHistory::income).toList());
  }

  Optional<Income> incomeOf(@Nullable Integer year) {
    return incomes.stream().filter(income -> year != null && income.year() == year).findFirst();
  }

  private static OptionalInt diedDay(Row row) {
    int place = row.fieldIndex("died_day");
    return row.isNullAt(place) ? OptionalInt.empty() : OptionalInt.of(row.getInt(place));
  }

  private static List<Row> list(Row row, String name) {
    int place = row.fieldIndex(name);
    return row.isNullAt(place) ? List.of() : row.getList(place);
  }

  private static PopulationRow populationRow(Row row) {
    return new PopulationRow(
        row.getInt(0),
        row.getInt(1),
        row.getInt(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  private static Move move(Row row) {
    return new Move(row.getInt(0), Move.Kind.valueOf(row.getString(1)), row.getString(2));
  }

  private static Income income(Row row) {
    Integer education = row.isNullAt(2) ? null : row.getInt(2);
    return new Income(row.getInt(0), row.getDecimal(1), education);
  }
}
