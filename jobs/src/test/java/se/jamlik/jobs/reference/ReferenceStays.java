package se.jamlik.jobs.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes hospital stays of one person's inpatient rows. */
final class ReferenceStays {
  private static final Comparator<@Nullable String> BYTES =
      Comparator.nullsLast((left, right) -> Arrays.compareUnsigned(utf8(left), utf8(right)));
  private static final Comparator<ReferenceRow> ORDER =
      Comparator.comparing((ReferenceRow row) -> row.date("indatum"))
          .thenComparing(
              row -> row.date("utdatum"), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(row -> row.text("klinik"), BYTES)
          .thenComparing(row -> row.text("sjukhus"), BYTES);

  private ReferenceStays() {}

  /**
   * A stay: discharged is null while the person is still admitted, and then lastDay is
   * data_through.
   */
  record Stay(
      LocalDate admitted,
      @Nullable LocalDate discharged,
      LocalDate lastDay,
      @Nullable String mainDiagnosis,
      @Nullable Integer planned,
      @Nullable Integer dischargedTo,
      Set<String> externalCauses) {

    boolean isUnplanned() {
      return planned != null && planned == 2;
    }

    /** W00-W19 among the external causes of any of its rows. */
    boolean isAfterFall() {
      return externalCauses.stream()
          .anyMatch(code -> ReferenceConditions.isWithin(code, "W00", "W19"));
    }

    /** Days t of the period with admitted ≤ t < discharged; a stay of one day counts 1. */
    long bedDaysIn(ReferencePeriod period) {
      if (admitted.equals(lastDay)) {
        return period.holds(admitted) ? 1 : 0;
      }
      LocalDate from = admitted.isBefore(period.firstDay()) ? period.firstDay() : admitted;
      LocalDate dayAfter = period.measureDay().plusDays(1);
      LocalDate until = lastDay.isBefore(dayAfter) ? lastDay : dayAfter;
      return Math.max(0, ChronoUnit.DAYS.between(from, until));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The person's inpatient rows in the order in which stays are made of them. */
  static List<ReferenceRow> inOrder(List<ReferenceRow> inpatientRows) {
    return inpatientRows.stream().sorted(ORDER).toList();
  }

  static List<Stay> of(List<ReferenceRow> inpatientRows, LocalDate dataThrough) {
    List<ReferenceRow> rows = inOrder(inpatientRows);
    List<Stay> stays = new ArrayList<>();
    Running running = null;
    for (int index = 0; index < rows.size(); index++) {
      ReferenceRow row = rows.get(index);
      boolean isLast = index == rows.size() - 1;
      if (running != null && running.isJoinedBy(row)) {
        running.join(row, isLast);
      } else {
        if (running != null) {
          stays.add(running.finished(dataThrough));
        }
        running = new Running(row, isLast);
      }
    }
    if (running != null) {
      stays.add(running.finished(dataThrough));
    }
    return stays;
  }

  /** The stay that is being put together. */
  private static final class Running {
    private final ReferenceRow first;
    private LocalDate latestEnd = LocalDate.MIN;
    private @Nullable Integer dischargedTo;
    private boolean isOpen;
    private final Set<String> externalCauses = new TreeSet<>();

    Running(ReferenceRow first, boolean isLast) {
      this.first = first;
      join(first, isLast);
    }

    boolean isJoinedBy(ReferenceRow row) {
      LocalDate start = row.date("indatum");
      if (!start.isAfter(latestEnd)) {
        return true;
      }
      boolean isTransferred =
          Objects.equals(row.integer("insatt"), 1) || Objects.equals(dischargedTo, 1);
      return start.equals(latestEnd.plusDays(1)) && isTransferred;
    }

    /** An open row that is not the person's last counts as ended on its first day. */
    void join(ReferenceRow row, boolean isLast) {
      externalCauses.addAll(ReferenceConditions.matchable(row.list("ekod")));
      LocalDate end = row.date("utdatum");
      if (end == null && isLast) {
        isOpen = true;
        return;
      }
      LocalDate ended = end == null ? row.date("indatum") : end;
      if (!ended.isBefore(latestEnd)) {
        latestEnd = ended;
        dischargedTo = row.integer("utsatt");
      }
    }

    Stay finished(LocalDate dataThrough) {
      LocalDate admitted = first.date("indatum");
      LocalDate lastDay = latestEnd;
      if (isOpen) {
        lastDay = dataThrough.isBefore(admitted) ? admitted : dataThrough;
      }
      LocalDate discharged = isOpen ? null : latestEnd;
      return new Stay(
          admitted,
          discharged,
          lastDay,
          first.text("hdia"),
          first.integer("pvard"),
          isOpen ? null : dischargedTo,
          Set.copyOf(externalCauses));
    }
  }
}
