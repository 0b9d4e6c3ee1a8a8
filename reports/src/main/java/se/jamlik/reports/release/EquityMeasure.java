package se.jamlik.reports.release;

/**
 * Names one measure of table {@code equity} over the income quintiles. Starts as a crude measure of
 * the scope and is narrowed word by word: {@code EquityMeasure.of("sii", "MM2",
 * "2025").in(place).standardised()}.
 */
public record EquityMeasure(
    String measure, String indicator, String period, String area, String standard) {

  public static EquityMeasure of(String measure, String indicator, String period) {
    return new EquityMeasure(measure, indicator, period, Area.SCOPE_CODE, "crude");
  }

  public EquityMeasure in(Area place) {
    return new EquityMeasure(measure, indicator, period, place.code(), standard);
  }

  /** As if the groups had the age distribution of the European standard population of 2013. */
  public EquityMeasure standardised() {
    return new EquityMeasure(measure, indicator, period, area, "esp2013");
  }
}
