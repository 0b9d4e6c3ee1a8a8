package se.jamlik.pipeline.kept;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * What a piece is made from: every cause that may change its rows by its name, with a value that
 * changes when the cause does. Two pieces of one origin hold the same rows.
 */
public record Origin(SortedMap<String, String> causes) {
  /** The value of a cause that nobody knows: what is made from it is never reused. */
  public static final String UNKNOWN = "?";

  /** An origin without a cause. */
  public static final Origin NOTHING = new Origin(Collections.emptySortedMap());

  public Origin {
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
  }

  /** The same with one cause more. */
  public Origin with(String cause, Object value) {
    return withAll(Map.of(cause, value));
  }

  /** The same with more causes. */
  public Origin withAll(Map<String, ?> more) {
    SortedMap<String, String> all = new TreeMap<>(causes);
    more.forEach((cause, value) -> all.put(cause, value.toString()));
    return new Origin(all);
  }

  /** Whether the value of every cause is known. */
  public boolean isKnown() {
    return !causes.containsValue(UNKNOWN);
  }

  /** The first 32 hexadecimal digits of the SHA-256 over all causes. */
  public String fingerprint() {
    return Sha256.of(
            causes.entrySet().stream()
                .map(cause -> cause.getKey() + "\n" + cause.getValue())
                .collect(Collectors.joining("\n\n")))
        .substring(0, 32);
  }

  /** The names of the causes that have come, gone or changed since. */
  public List<String> differences(Origin before) {
    return Stream.concat(causes.keySet().stream(), before.causes.keySet().stream())
        .distinct()
        .sorted()
        .filter(
            cause ->
                UNKNOWN.equals(causes.get(cause))
                    || !String.valueOf(causes.get(cause))
                        .equals(String.valueOf(before.causes.get(cause))))
        .toList();
  }
}
