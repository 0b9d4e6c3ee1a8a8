package se.jamlik.jobs.synthesise;

import java.util.List;

/** How often men and women of each age die. */
record Deaths(List<Band> bands) {

  /** Deaths a person-year of men and women from an age up to the next band's. */
  record Band(double fromAge, double men, double women) {}

  static Deaths all() {
    return new Deaths(
        Figures.of("deaths.csv").stream()
            .map(
                row ->
                    new Band(
                        row.number("from_age"),
                        row.number("men") / 1000,
                        row.number("women") / 1000))
            .toList());
  }

  double perPersonYear(double age, int sex) {
    Band found = bands.get(0);
    for (Band band : bands) {
      found = band.fromAge() <= age ? band : found;
    }
    return sex == 1 ? found.men() : found.women();
  }
}
