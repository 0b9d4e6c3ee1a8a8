package se.jamlik.pipeline.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;
import se.jamlik.pipeline.vocabulary.QualityRule.Per;

/** Counts rows that belong to nobody, and rows dated after the night, from the link rates. */
record LinkedCounts(List<LinkRate> linkRates) {

  List<Count> of(Check check) {
    boolean isUnlinked = check.rule().counts() == Counted.UNLINKED_ROWS;
    ToLongFunction<LinkRate> violated =
        isUnlinked ? rate -> rate.rows() - rate.rowsLinked() : LinkRate::rowsAfterAsOf;
    ToLongFunction<LinkRate> total =
        isUnlinked ? LinkRate::rows : rate -> rate.rows() + rate.rowsAfterAsOf();
    List<LinkRate> always = ofTable(check).filter(rate -> isAlways(rate)).toList();
    // A share of a few rows is no alarm.
    double fewest = check.words().containsKey("rows") ? check.number("rows") : 0;
    List<Count> counts = new ArrayList<>();
    counts.add(
        Count.of(
            check,
            always.stream().mapToLong(violated).sum(),
            always.stream().mapToLong(total).sum()));
    ofTable(check)
        .filter(rate -> isAlways(rate) != check.isPer(Per.YEAR))
        .filter(rate -> !isAlways(rate) || !rate.municipality().equals(LinkRate.ALL))
        .filter(rate -> check.isPer(Per.YEAR) || check.isPer(Per.MUNICIPALITY))
        .filter(rate -> rate.rows() >= fewest)
        .map(
            rate ->
                Count.of(
                    check,
                    rate.period(),
                    rate.municipality(),
                    violated.applyAsLong(rate),
                    total.applyAsLong(rate)))
        .forEach(counts::add);
    return counts;
  }

  private Stream<LinkRate> ofTable(Check check) {
    return linkRates.stream().filter(rate -> rate.table().equals(check.table()));
  }

  private static boolean isAlways(LinkRate rate) {
    return rate.period().equals(LinkRate.ALL);
  }
}
