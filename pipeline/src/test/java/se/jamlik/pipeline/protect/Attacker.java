package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import se.jamlik.pipeline.protect.PublishedNight.Place;
import se.jamlik.pipeline.protect.PublishedNight.Printed;

/**
 * Somebody who has kept every release, knows the method and its table, and wants to know the true
 * counts of the last night. The secret is all that they do not have.
 */
final class Attacker {
  private static final int MOST_ROOM = 10;
  private static final long UNKNOWN = 2_000;

  private final List<PublishedNight> nights;
  private final PublishedNight last;
  private final Method method;
  private final Map<Place, List<Equation>> equations = new HashMap<>();

  /** The least and the most that a true count can be. */
  record Bounds(long least, long most) {
    boolean isOne() {
      return least == most;
    }
  }

  /**
   * How counts were protected, which everybody may know.
   *
   * @param hidden what a hidden count is taken for, where one number is wanted
   * @param leastHidden the least shown count that is hidden
   */
  record Method(Behind behind, double hidden, long leastHidden) {
    /** A hidden count was 3 or 4 as changed: 1 and 2 never come out of the table. */
    static Method cellKeys(PerturbationTable table) {
      return new Method((from, to) -> possible(table, from, to), 3.5, 3);
    }

    /** Counts from 1 to 4 are hidden, and all others are exact. */
    static Method hidingAlone() {
      return new Method(Bounds::new, 2, 1);
    }
  }

  /** The true counts that may lie behind shown ones. */
  interface Behind {
    Bounds shown(long from, long to);
  }

  Attacker(List<PublishedNight> nights, Method method) {
    this.nights = List.copyOf(nights);
    this.last = nights.get(nights.size() - 1);
    this.method = method;
    for (Equation equation : Equation.among(last)) {
      equation
          .places()
          .forEach(
              place -> equations.computeIfAbsent(place, absent -> new ArrayList<>()).add(equation));
    }
  }

  /** The margin less the other parts, or the parts together: by the equation of fewest places. */
  OptionalLong bySubtraction(Place place) {
    return equations.getOrDefault(place, List.of()).stream()
        .min((one, other) -> Integer.compare(one.places().size(), other.places().size()))
        .map(equation -> OptionalLong.of(rounded(difference(place, equation))))
        .orElse(OptionalLong.empty());
  }

  /** All that is printed of the place and its equations, each with the weight of its precision. */
  OptionalLong byAllEquations(Place place) {
    Optional<Double> own = read(last, place);
    double sum = own.orElse(0.0);
    double weights = own.isPresent() ? 1 : 0;
    for (Equation equation : equations.getOrDefault(place, List.of())) {
      double weight = 1.0 / (equation.places().size() - 1);
      sum += weight * difference(place, equation);
      weights += weight;
    }
    return weights == 0 ? OptionalLong.empty() : OptionalLong.of(rounded(sum / weights));
  }

  /** The mean of the different counts that the nights have printed for the place. */
  OptionalLong byAveraging(Place place) {
    List<Double> drawn = new ArrayList<>();
    Optional<Printed> before = Optional.empty();
    for (PublishedNight night : nights) {
      Optional<Printed> now = Optional.ofNullable(night.printed().get(place));
      if (!now.equals(before)) {
        read(night, place).ifPresent(drawn::add);
      }
      before = now;
    }
    return drawn.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            rounded(drawn.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
  }

  /** What one night prints more than the night before it; nothing where either is hidden. */
  static OptionalLong betweenNights(PublishedNight before, PublishedNight after, Place place) {
    Optional<Long> one = before.count(place);
    Optional<Long> other = after.count(place);
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(other.get() - one.get())
        : OptionalLong.empty();
  }

  /** The level that fits best, for one who knows by how much the count has changed every night. */
  OptionalLong byKnowingEveryChange(Place place, List<Long> sinceTheFirst) {
    List<Double> levels = new ArrayList<>();
    Optional<Printed> before = Optional.empty();
    for (int night = 0; night < nights.size(); night++) {
      Optional<Printed> now = Optional.ofNullable(nights.get(night).printed().get(place));
      if (!now.equals(before)) {
        double change = sinceTheFirst.get(night);
        read(nights.get(night), place).ifPresent(count -> levels.add(count - change));
      }
      before = now;
    }
    long now = sinceTheFirst.get(sinceTheFirst.size() - 1);
    return levels.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            rounded(
                now + levels.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
  }

  /** What the method leaves possible behind what is printed. */
  Bounds bounds(Place place) {
    Printed printed = last.printed().get(place);
    if (printed == null) {
      return PublishedNight.isPublished(place.cell()) ? new Bounds(0, 0) : new Bounds(0, UNKNOWN);
    }
    Optional<Long> all = last.count(new Place(PublishedNight.RESIDENTS, place.cell()));
    if (printed.count() != null) {
      long count = printed.count();
      Bounds behind = method.behind().shown(count, count);
      // A count that is all of its denominator may have been cut to it.
      boolean isCut = all.isPresent() && all.get() == count;
      return isCut ? new Bounds(behind.least(), behind.most() + MOST_ROOM) : behind;
    }
    if (place.what().equals(PublishedNight.RESIDENTS)
        && PublishedNight.isOfPopulation(place.cell())) {
      // They are hidden for their own sake, and there is somebody.
      return new Bounds(1, method.behind().shown(0, 4).most());
    }
    if (printed.reason().startsWith("<5") && place.what().equals(PublishedNight.RESIDENTS)) {
      // Hidden with the counts of its rows, and perhaps not few at all.
      return new Bounds(0, UNKNOWN);
    }
    if (printed.reason().startsWith("<5")) {
      Bounds hidden = method.behind().shown(method.leastHidden(), 4);
      // Where the residents are hidden too, they may be what is few.
      return all.isPresent() ? hidden : new Bounds(0, hidden.most());
    }
    // Of a denominator under 20.
    return new Bounds(0, method.behind().shown(19, 19).most());
  }

  private static Bounds possible(PerturbationTable table, long from, long to) {
    long[] counts =
        LongStream.rangeClosed(0, to + MOST_ROOM)
            .filter(count -> mayBe(table, count, from, to))
            .toArray();
    return new Bounds(counts[0], counts[counts.length - 1]);
  }

  private static boolean mayBe(PerturbationTable table, long count, long from, long to) {
    if (count == 0) {
      return from == 0;
    }
    int row = (int) Math.min(count, table.rows().size()) - 1;
    return table.rows().get(row).changes().stream()
        .map(change -> count + change)
        .anyMatch(shown -> shown >= from && shown <= to);
  }

  private double difference(Place place, Equation equation) {
    double parts = 0;
    for (Place part : equation.parts()) {
      parts += part.equals(place) ? 0 : read(last, part).orElse(method.hidden());
    }
    return equation.whole().equals(place)
        ? parts
        : read(last, equation.whole()).orElse(method.hidden()) - parts;
  }

  /** The number printed, or what is meant by a hidden one. */
  private Optional<Double> read(PublishedNight night, Place place) {
    Printed printed = night.printed().get(place);
    if (printed == null) {
      return Optional.of(0.0);
    }
    if (printed.count() != null) {
      return Optional.of((double) printed.count());
    }
    return printed.reason().startsWith("<5") ? Optional.of(method.hidden()) : Optional.empty();
  }

  private static long rounded(double estimate) {
    return Math.max(0, Math.round(estimate));
  }
}
