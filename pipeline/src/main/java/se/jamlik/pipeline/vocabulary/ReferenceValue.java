package se.jamlik.pipeline.vocabulary;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A value from elsewhere that our own may be held against, in the indicator's unit.
 *
 * @param period as our own periods are called, such as {@code 2024} or {@code 2023-2025}
 * @param area {@link #COUNTRY}, a code, or the name of a peer group
 * @param low of its 95 percent interval; null, as {@code high}, where none is told
 * @param source who has counted it
 */
public record ReferenceValue(
    String indicator,
    String period,
    String area,
    double value,
    @Nullable Double low,
    @Nullable Double high,
    String source)
    implements Comparable<ReferenceValue> {
  /** The whole of Sweden. */
  public static final String COUNTRY = "riket";

  private static final Comparator<ReferenceValue> ORDER =
      Comparator.comparing(ReferenceValue::indicator)
          .thenComparing(ReferenceValue::period)
          .thenComparing(ReferenceValue::area);

  /** What there may be one value of. */
  public record Key(String indicator, String period, String area) {}

  public Key key() {
    return new Key(indicator, period, area);
  }

  @Override
  public int compareTo(ReferenceValue other) {
    return ORDER.compare(this, other);
  }
}
