package se.jamlik.jobs.synthesise;

import java.util.List;

/**
 * How many men and women of each age live in a municipality: the national curve within its bands.
 */
final class Ages {
  private static final int OLDEST = 100;
  private final double[] cumulated = new double[2 * (OLDEST + 1)];

  private Ages() {}

  /** A person's age in completed years and sex (1 man, 2 woman). */
  record AgeAndSex(int age, int sex) {}

  static Ages of(Municipality municipality, List<Figures.Row> nation) {
    double[] national = new double[5];
    double[][] weights = new double[OLDEST + 1][2];
    for (Figures.Row row : nation) {
      int age = row.count("age");
      double density = density(municipality, age);
      weights[age][0] = row.number("men") * density;
      weights[age][1] = row.number("women") * density;
      national[band(age)] += weights[age][0] + weights[age][1];
    }
    Ages ages = new Ages();
    double sum = 0;
    for (int age = 0; age <= OLDEST; age++) {
      double scale = municipality.bands().get(band(age)) / national[band(age)];
      for (int sex = 0; sex < 2; sex++) {
        sum += weights[age][sex] * scale;
        ages.cumulated[2 * age + sex] = sum;
      }
    }
    return ages;
  }

  private static int band(int age) {
    return age < 16 ? 0 : age < 25 ? 1 : age < 45 ? 2 : age < 65 ? 3 : 4;
  }

  private static double density(Municipality municipality, int age) {
    if (age >= 19 && age <= 24) {
      return municipality.students();
    }
    return age >= 25 && age <= 29 ? (1 + municipality.students()) / 2 : 1;
  }

  /** The age and sex at a place in the ordered population, the place in [0, 1). */
  AgeAndSex at(double place) {
    double wanted = place * cumulated[cumulated.length - 1];
    int low = 0;
    int high = cumulated.length - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (cumulated[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return new AgeAndSex(low / 2, low % 2 + 1);
  }
}
