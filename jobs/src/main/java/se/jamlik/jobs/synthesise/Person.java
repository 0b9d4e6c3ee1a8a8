package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invented person.
 *
 * @param sex 1 man, 2 woman
 * @param birthRegion SE NORDEN EU EUROPA VARLDEN
 * @param home the household of childhood, or of the story's beginning
 * @param leavesOn the day the person leaves it for a household of her own, or never
 * @param own that household; null when she stays
 * @param partner number of the person she lives in a couple with, or -1
 * @param frailty how easily the person falls ill; log-normal with mean 1
 * @param schooling evenly in [0, 1): the place in her generation's order of education
 */
record Person(
    long number,
    String lopnr,
    int sex,
    int bornOn,
    String birthRegion,
    Household home,
    int leavesOn,
    @Nullable Household own,
    long partner,
    double frailty,
    double schooling) {

  /** A time in a place: [from, until). A municipality below 0 is outside the story. */
  record Spell(int from, int until, int municipality, int area, Household household) {
    boolean isHere() {
      return municipality >= 0;
    }
  }

  /** How badly off the person's family is: from 0, the best off, to 1. */
  double deprivation() {
    return 1 / (1 + StrictMath.exp(1.7 * home.means()));
  }

  /** Where the person lives from birth, or arrival, to the end of the story, in order. */
  List<Spell> spells() {
    List<Spell> spells = new ArrayList<>();
    add(spells, home, Math.max(bornOn, home.arrivedOn()), own == null ? Calendar.NEVER : leavesOn);
    Household later = own;
    if (later != null) {
      add(spells, later, leavesOn, Calendar.NEVER);
    }
    return spells;
  }

  private static void add(List<Spell> spells, Household household, int from, int until) {
    List<Household.Move> moves = household.moves();
    for (int index = 0; index < moves.size(); index++) {
      Household.Move move = moves.get(index);
      int start = Math.max(from, move.day());
      int stop = index + 1 < moves.size() ? moves.get(index + 1).day() : Calendar.NEVER;
      stop = Math.min(stop, until);
      if (start < stop) {
        spells.add(new Spell(start, stop, move.municipality(), move.area(), household));
      }
    }
  }

  Optional<Household> ownHousehold() {
    return Optional.ofNullable(own);
  }
}
