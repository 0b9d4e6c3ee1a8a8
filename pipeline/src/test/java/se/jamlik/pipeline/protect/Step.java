package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.pipeline.protect.PublishedNight.Place;
import se.jamlik.pipeline.protect.PublishedNight.Printed;

/** A count on two nights in a row. */
record Step(PublishedNight one, PublishedNight next, Place place) {

  /**
   * All counts that are published on both of two nights; residents have a row of their own in table
   * population alone.
   */
  static Stream<Step> of(List<PublishedNight> nights) {
    return IntStream.range(1, nights.size())
        .boxed()
        .flatMap(night -> between(nights.get(night - 1), nights.get(night)));
  }

  private static Stream<Step> between(PublishedNight one, PublishedNight next) {
    return one.printed().keySet().stream()
        .filter(
            place ->
                !place.what().equals(PublishedNight.RESIDENTS)
                    || PublishedNight.isOfPopulation(place.cell()))
        .filter(next.printed()::containsKey)
        .map(place -> new Step(one, next, place));
  }

  Printed before() {
    return one.printed().get(place);
  }

  Printed after() {
    return next.printed().get(place);
  }

  long change() {
    long before = one.persons(place).size();
    return next.persons(place).size() - before;
  }

  OptionalLong printedChange() {
    return Attacker.betweenNights(one, next, place);
  }

  /** Whether the same people are counted, among the same people. */
  boolean isUnchanged() {
    Place all = new Place(PublishedNight.RESIDENTS, place.cell());
    return one.persons(place).equals(next.persons(place))
        && one.persons(all).equals(next.persons(all));
  }
}
