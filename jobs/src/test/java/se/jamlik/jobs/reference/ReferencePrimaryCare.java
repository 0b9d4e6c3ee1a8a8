package se.jamlik.jobs.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's contacts with primary care. */
final class ReferencePrimaryCare {
  private static final Set<String> MEETINGS = Set.of("MOTTAGNING", "HEMBESOK", "DISTANS_VIDEO");
  private static final Set<String> NURSES = Set.of("DISTRIKTSSKOTERSKA", "SJUKSKOTERSKA");
  private static final Comparator<ReferenceRow> ORDER =
      Comparator.comparing((ReferenceRow row) -> row.date("kontaktdatum"))
          .thenComparing(
              row -> row.text("kontakt_id").getBytes(StandardCharsets.UTF_8),
              Arrays::compareUnsigned);

  private final List<ReferenceRow> rows;

  ReferencePrimaryCare(List<ReferenceRow> rows) {
    this.rows = rows;
  }

  /** How the contacts of a period were spread over the doctors that were met. */
  record Continuity(List<String> doctors) {
    int contacts() {
      return doctors.size();
    }

    private Collection<Long> contactsByDoctor() {
      return doctors.stream()
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
          .values();
    }

    double coc() {
      double n = contacts();
      double squares = contactsByDoctor().stream().mapToDouble(count -> count * count).sum();
      return (squares - n) / (n * (n - 1));
    }

    double secon() {
      double same = 0;
      for (int index = 1; index < doctors.size(); index++) {
        if (doctors.get(index).equals(doctors.get(index - 1))) {
          same++;
        }
      }
      return same / (contacts() - 1);
    }

    /** The usual doctor had at least half of the contacts. */
    boolean isHalfWithOneDoctor() {
      return contactsByDoctor().stream().anyMatch(count -> 2 * count >= contacts());
    }
  }

  private static boolean isContact(ReferenceRow row) {
    String type = row.text("kontakttyp");
    return type != null && (MEETINGS.contains(type) || type.equals("DISTANS_TELEFON"));
  }

  private static boolean isByDoctor(ReferenceRow row) {
    return "LAKARE".equals(row.text("yrke"));
  }

  private static boolean isByDoctorOrNurse(ReferenceRow row) {
    return isByDoctor(row) || (row.text("yrke") != null && NURSES.contains(row.text("yrke")));
  }

  private Stream<ReferenceRow> contacts(LocalDate from, LocalDate through) {
    return rows.stream()
        .filter(ReferencePrimaryCare::isContact)
        .filter(
            row ->
                !row.date("kontaktdatum").isBefore(from)
                    && !row.date("kontaktdatum").isAfter(through));
  }

  private Stream<ReferenceRow> contacts(ReferencePeriod period) {
    return contacts(period.firstDay(), period.measureDay());
  }

  boolean hasContact(ReferencePeriod period) {
    return contacts(period).findAny().isPresent();
  }

  boolean meetsDoctorOrNurse(ReferencePeriod period) {
    return meetsDoctorOrNurse(period.firstDay(), period.measureDay());
  }

  boolean meetsDoctorOrNurse(LocalDate from, LocalDate through) {
    return contacts(from, through).anyMatch(ReferencePrimaryCare::isByDoctorOrNurse);
  }

  Map<Boolean, Long> contactsByWhetherWithDoctor(ReferencePeriod period) {
    return contacts(period)
        .collect(
            Collectors.partitioningBy(ReferencePrimaryCare::isByDoctor, Collectors.counting()));
  }

  Continuity continuity(ReferencePeriod period) {
    return new Continuity(
        contacts(period)
            .filter(row -> MEETINGS.contains(row.text("kontakttyp")))
            .filter(ReferencePrimaryCare::isByDoctor)
            .filter(row -> !row.isNull("personal") && !Objects.equals(row.integer("jour"), 1))
            .sorted(ORDER)
            .map(row -> row.text("personal"))
            .toList());
  }
}
