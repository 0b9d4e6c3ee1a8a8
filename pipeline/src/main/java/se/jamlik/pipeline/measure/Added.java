package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * What one pass over the persons adds up. A cell's sums have a slot for each term, then one for
 * each grouper's conditions, then one for each grouper's pairs of conditions, then one for its
 * triads.
 */
record Added(List<Term> terms, List<Grouper> groupers) implements Serializable {
  Added {
    terms = List.copyOf(terms);
    groupers = List.copyOf(groupers);
  }

  /** Of all slots, in their order. */
  List<Adder> adders() {
    List<Adder> adders = new ArrayList<>(TermSums.of(terms));
    groupers.stream().map(ConditionCounts::ofConditions).forEach(adders::add);
    groupers.stream().map(ConditionCounts::ofPairs).forEach(adders::add);
    groupers.stream().map(ConditionCounts::ofTriads).forEach(adders::add);
    return adders;
  }

  /** What the kernel reads: the columns of the terms, then a mask of each grouper. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    IntStream.range(0, terms.size()).forEach(i -> columns.addAll(terms.get(i).columns(i)));
    groupers.forEach(grouper -> columns.add(maskAtEnd(grouper)));
    return columns;
  }

  /** How many columns the terms have, after which the masks stand. */
  int termColumnCount() {
    return terms.stream().mapToInt(Term::columnCount).sum();
  }

  int slotCount() {
    return terms.size() + 3 * groupers.size();
  }

  int slotOfConditions(int grouper) {
    return terms.size() + grouper;
  }

  int slotOfPairs(int grouper) {
    return terms.size() + groupers.size() + grouper;
  }

  int slotOfTriads(int grouper) {
    return terms.size() + 2 * groupers.size() + grouper;
  }

  /** Null for those who are not resident at the end. */
  private static Column maskAtEnd(Grouper grouper) {
    Column mask = coalesce(col(grouper.maskColumn()), lit(0L));
    return when(col("is_resident_at_end"), mask).as(grouper.maskColumn());
  }
}
