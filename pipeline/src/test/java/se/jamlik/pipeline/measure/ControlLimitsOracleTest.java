package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Control charts of NHSRplotthedots 0.2.2 (individual values) and qicharts2 0.8.1 (p, u and c). */
class ControlLimitsOracleTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void individualValuesHaveTheLimitsOfTheReferencePackage() {
    List<Oracle> given = Oracle.rows("spc/input_xmr.csv");
    List<Oracle> expected = Oracle.rows("spc/expected_xmr_points.csv");
    assertThat(given).hasSize(1_804).hasSameSizeAs(expected);
    Map<List<String>, List<Integer>> charts = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      assertThat(given.get(i).text("point")).isEqualTo(expected.get(i).text("point"));
      charts
          .computeIfAbsent(
              List.of(given.get(i).text("series"), expected.get(i).text("rebase_group")),
              any -> new ArrayList<>())
          .add(i);
    }

    for (List<Integer> chart : charts.values()) {
      Oracle first = given.get(chart.get(0));
      List<Double> values = chart.stream().map(i -> given.get(i).number("value")).toList();
      double fixed = first.number("fix_after");
      ControlLimits limits =
          ControlLimits.ofIndividuals(
              Double.isNaN(fixed) ? values : values.subList(0, (int) fixed),
              first.text("screen_outliers").equals("true"));
      for (int place = 0; place < values.size(); place++) {
        Oracle point = expected.get(chart.get(place));
        assertThat(limits.centre()).isCloseTo(point.number("mean"), CLOSE);
        assertThat(limits.limits().low()).isCloseTo(point.number("lpl"), CLOSE);
        assertThat(limits.limits().high()).isCloseTo(point.number("upl"), CLOSE);
        assertThat(limits.isLeftBy(values.get(place)))
            .isEqualTo(point.text("outside_limits").equals("true"));
      }
    }
  }

  @Test
  void sharesRatesAndCountsHaveTheLimitsOfTheReferencePackage() {
    Map<String, List<Oracle>> given = new LinkedHashMap<>();
    Oracle.rows("spc/input_attribute.csv")
        .forEach(
            row -> given.computeIfAbsent(row.text("series"), any -> new ArrayList<>()).add(row));
    List<Oracle> expected = Oracle.rows("spc/expected_attribute.csv");
    assertThat(expected).hasSize(3 * 828);

    for (Oracle point : expected) {
      List<Oracle> series = given.getOrDefault(point.text("series"), List.of());
      double events = sum(series, "numerator");
      double exposure = sum(series, "denominator");
      double own = series.get((int) point.number("point") - 1).number("denominator");
      ControlLimits limits =
          switch (point.text("chart")) {
            case "p" -> ControlLimits.ofShare(events / exposure, own);
            case "u" -> ControlLimits.ofRate(events / exposure, own);
            default -> ControlLimits.ofRate(events / series.size(), 1);
          };
      assertThat(limits.centre()).isCloseTo(point.number("cl"), CLOSE);
      assertThat(limits.limits().low()).isCloseTo(point.number("lcl"), CLOSE);
      assertThat(limits.limits().high()).isCloseTo(point.number("ucl"), CLOSE);
    }
  }

  private static double sum(List<Oracle> series, String column) {
    return series.stream().mapToDouble(row -> row.number(column)).sum();
  }
}
