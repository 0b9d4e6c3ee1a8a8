package se.jamlik.pipeline.publish;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a release: as-of date and a serial, such as {@code 2026-11-22.1}; one that protects
 * less than the contract asks says so: {@code 2026-11-22.2-unsafe}.
 */
record ReleaseId(LocalDate asOf, int serial, boolean isUnsafe) implements Comparable<ReleaseId> {
  private static final String UNSAFE = "-unsafe";
  private static final Pattern FORM =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([1-9]\\d{0,5})(" + UNSAFE + ")?");

  /** The id that a text says, or nothing where it says something else. */
  static Optional<ReleaseId> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ReleaseId(
              LocalDate.parse(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              matcher.group(3) != null));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(ReleaseId other) {
    return Comparator.comparing(ReleaseId::asOf)
        .thenComparing(ReleaseId::serial)
        .thenComparing(ReleaseId::isUnsafe)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return asOf + "." + serial + (isUnsafe ? UNSAFE : "");
  }
}
