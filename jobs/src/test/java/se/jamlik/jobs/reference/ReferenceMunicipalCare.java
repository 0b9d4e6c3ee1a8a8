package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What municipalities have decided and done for one person. */
final class ReferenceMunicipalCare {
  private static final BigDecimal LONGEST_MONTH_IN_HOURS = BigDecimal.valueOf(744);
  private static final BigDecimal EXTENSIVE_HOURS = BigDecimal.valueOf(25);

  private final ReferencePerson.Rows rows;
  private final @Nullable LocalDate died;

  ReferenceMunicipalCare(ReferencePerson.Rows rows, @Nullable LocalDate died) {
    this.rows = rows;
    this.died = died;
  }

  /** The first day after an interval: its end or the day of death, whichever comes first. */
  static LocalDate endOf(@Nullable LocalDate end, @Nullable LocalDate died) {
    LocalDate open = end == null ? LocalDate.MAX : end;
    return died != null && died.isBefore(open) ? died : open;
  }

  private boolean isOngoingOn(LocalDate day, ReferenceRow decision) {
    return !decision.date("fom").isAfter(day) && endOf(decision.date("tom"), died).isAfter(day);
  }

  private boolean hasDayIn(ReferencePeriod period, ReferenceRow decision) {
    return period.meets(decision.date("fom"), endOf(decision.date("tom"), died).minusDays(1));
  }

  private Stream<ReferenceRow> decisions(String service) {
    return rows.of("sol").stream().filter(row -> service.equals(row.text("insats")));
  }

  private boolean isOngoingOn(LocalDate day, String service) {
    return decisions(service).anyMatch(row -> isOngoingOn(day, row));
  }

  boolean hasHomeCareOn(LocalDate day) {
    return isOngoingOn(day, "HEMTJANST");
  }

  boolean isInSpecialHousingOn(LocalDate day) {
    return isOngoingOn(day, "SABO");
  }

  /** Months on whose last day the service is ongoing. */
  long months(ReferencePeriod period, String service) {
    return period.monthEnds().stream().filter(day -> isOngoingOn(day, service)).count();
  }

  long homeCareMonths(ReferencePeriod period) {
    return months(period, "HEMTJANST");
  }

  /** Days of the period with the service, once however many decisions overlap. */
  long days(ReferencePeriod period, String service) {
    Set<LocalDate> days = new HashSet<>();
    decisions(service)
        .filter(row -> hasDayIn(period, row))
        .forEach(
            row -> {
              LocalDate day = row.date("fom");
              day = day.isBefore(period.firstDay()) ? period.firstDay() : day;
              while (period.holds(day) && isOngoingOn(day, row)) {
                days.add(day);
                day = day.plusDays(1);
              }
            });
    return days.size();
  }

  private BigDecimal homeCareHoursOn(LocalDate day) {
    return decisions("HEMTJANST")
        .filter(row -> isOngoingOn(day, row))
        .map(row -> row.decimal("timmar_man"))
        .filter(
            hours ->
                hours != null
                    && hours.compareTo(BigDecimal.ONE) >= 0
                    && hours.compareTo(LONGEST_MONTH_IN_HOURS) <= 0)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal homeCareHours(ReferencePeriod period) {
    return period.monthEnds().stream()
        .map(this::homeCareHoursOn)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean isExtensive(ReferencePeriod period) {
    boolean hasHousing =
        Stream.concat(decisions("SABO"), decisions("KORTTID"))
            .anyMatch(row -> hasDayIn(period, row));
    boolean hasManyHours =
        period.monthEnds().stream()
            .anyMatch(day -> homeCareHoursOn(day).compareTo(EXTENSIVE_HOURS) >= 0);
    boolean hasAssistance =
        rows.of("lss").stream()
            .anyMatch(row -> row.integer("insats") == 2 && hasDayIn(period, row));
    return hasHousing || hasManyHours || hasAssistance;
  }

  /** A day of any service of either law. */
  boolean hasServiceDay(ReferencePeriod period) {
    return Stream.concat(rows.of("sol").stream(), rows.of("lss").stream())
        .anyMatch(row -> hasDayIn(period, row));
  }

  boolean hasAct(LocalDate from, LocalDate through) {
    return rows.of("khsl").stream()
        .anyMatch(row -> !row.date("datum").isBefore(from) && !row.date("datum").isAfter(through));
  }

  boolean hasAct(ReferencePeriod period) {
    return hasAct(period.firstDay(), period.measureDay());
  }

  long acts(ReferencePeriod period) {
    return rows.of("khsl").stream().filter(row -> period.holds(row.date("datum"))).count();
  }

  /** A day of a placement; what never started has no day. */
  boolean isPlaced(ReferencePeriod period) {
    return rows.of("bu").stream()
        .filter(row -> !row.isNull("placeringsform") && !row.isNull("start"))
        .anyMatch(
            row -> period.meets(row.date("start"), endOf(row.date("slut"), died).minusDays(1)));
  }

  boolean hasAssistance(ReferencePeriod period) {
    return rows.of("eb").stream()
        .anyMatch(row -> period.holds(((YearMonth) row.value("manad")).atDay(1)));
  }

  boolean hasPlan(ReferencePeriod period) {
    return rows.of("sip").stream().anyMatch(row -> period.holds(row.date("upprattad")));
  }

  /**
   * Rows of those ready for discharge who left the hospital in the period, without a change back.
   */
  List<Long> daysReadyForDischarge(ReferencePeriod period) {
    return rows.of("utskrivningsklar").stream()
        .filter(row -> row.isNull("ater_ej_klar"))
        .filter(row -> !row.isNull("utskriven") && period.holds(row.date("utskriven")))
        .map(row -> row.date("utskriven").toEpochDay() - row.date("utskrivningsklar").toEpochDay())
        .toList();
  }
}
