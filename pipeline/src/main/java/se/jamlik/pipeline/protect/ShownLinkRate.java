package se.jamlik.pipeline.protect;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table link_rate. Rows are numbers of events, and are scaled with the persons behind
 * them; where the persons are too few, all numbers are null.
 */
record ShownLinkRate(
    LinkRate source,
    @Nullable Long rows,
    @Nullable Long rowsLinked,
    @Nullable Long persons,
    @Nullable Long personsLinked,
    @Nullable Double rate,
    Status status,
    @Nullable String reason) {
  static final String TABLE = "link_rate";
  static final StructType SCHEMA =
      new StructType()
          .add("table", StringType)
          .add("municipality", StringType)
          .add("period", StringType)
          .add("rows", LongType)
          .add("rows_linked", LongType)
          .add("persons", LongType)
          .add("persons_linked", LongType)
          .add("rate", DoubleType)
          .add("status", StringType)
          .add("reason", StringType);

  private static final Comparator<LinkRate> ORDER =
      Comparator.comparing(LinkRate::table)
          .thenComparing(LinkRate::municipality)
          .thenComparing(LinkRate::period);

  static Decision<ShownLinkRate> of(
      LinkRate exact, PerturbationTable table, Thresholds thresholds) {
    long persons = table.shown(exact.persons(), exact.personsKey());
    long linked = Math.min(table.shown(exact.personsLinked(), exact.personsLinkedKey()), persons);
    if (persons == 0 || thresholds.isSmall(persons) || thresholds.isSmall(linked)) {
      return Decision.primary(
          new ShownLinkRate(
              exact, null, null, null, null, null, Status.SUPPRESSED, thresholds.smallReason()));
    }
    long rows = scaled(exact.rows(), persons, exact.persons());
    long rowsLinked = Math.min(scaled(exact.rowsLinked(), linked, exact.personsLinked()), rows);
    return Decision.open(
        new ShownLinkRate(
            exact,
            rows,
            rowsLinked,
            persons,
            linked,
            (double) rowsLinked / rows,
            Status.SHOWN,
            null));
  }

  /** The row of exact numbers. */
  private static ShownLinkRate exact(LinkRate exact) {
    return new ShownLinkRate(
        exact,
        exact.rows(),
        exact.rowsLinked(),
        exact.persons(),
        exact.personsLinked(),
        exact.rate(),
        Status.SHOWN,
        null);
  }

  /** The table of exact numbers, for the pipeline's own folder alone. */
  static ReleaseTable exactTable(List<LinkRate> rates) {
    return table(rates.stream().map(ShownLinkRate::exact).toList());
  }

  /** The table of these rows. */
  static ReleaseTable table(List<ShownLinkRate> rates) {
    return new ReleaseTable(
        TABLE,
        SCHEMA,
        rates.stream()
            .sorted(Comparator.comparing(ShownLinkRate::source, ORDER))
            .map(ShownLinkRate::row)
            .toList());
  }

  private static long scaled(long rows, long shown, long persons) {
    return persons == 0 ? 0 : Math.round((double) rows * shown / persons);
  }

  private Row row() {
    return RowFactory.create(
        source.table(),
        source.municipality(),
        source.period(),
        rows,
        rowsLinked,
        persons,
        personsLinked,
        rate,
        status.text(),
        reason);
  }
}
