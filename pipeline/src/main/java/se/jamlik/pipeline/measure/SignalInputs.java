package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The values that a signal is made of, by what its reason calls them: an area, or a year. */
final class SignalInputs {
  private final Map<String, IndicatorValue> values = new LinkedHashMap<>();

  /**
   * Why there is no signal.
   *
   * @param words such as {@code <5 (2021, 2023)}: why, and of which values
   */
  record Why(Status status, List<String> words) {
    Why {
      words = List.copyOf(words);
    }

    static Why notComputed(String words) {
      return new Why(Status.NOT_COMPUTED, List.of(words));
    }
  }

  SignalInputs with(String name, IndicatorValue value) {
    values.put(name, value);
    return this;
  }

  /** What is not computed decides over what is hidden: nothing could be made of it anyway. */
  Optional<Why> whyNotShown() {
    return whyNotShown(Status.NOT_COMPUTED).or(() -> whyNotShown(Status.SUPPRESSED));
  }

  private Optional<Why> whyNotShown(Status status) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value.status() == status) {
            found.computeIfAbsent(value.reasons().get(0), any -> new ArrayList<>()).add(name);
          }
        });
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Why(
                status,
                found.entrySet().stream()
                    .map(entry -> words(entry.getKey(), entry.getValue()))
                    .toList()));
  }

  /** Why nothing is computed when some of the values are not fit for it. */
  Optional<Why> whyNotComputed(Predicate<IndicatorValue> isUnfit, String why) {
    List<String> found =
        values.entrySet().stream()
            .filter(entry -> isUnfit.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(Why.notComputed(words(why, found)));
  }

  private static String words(String why, List<String> names) {
    return "%s (%s)".formatted(why, String.join(", ", names));
  }

  /** What is to be known of the signal itself, then what is of the values behind it. */
  List<String> reasons(List<String> own) {
    Set<String> all = new LinkedHashSet<>(own);
    values.values().forEach(value -> all.addAll(value.source().reasons()));
    return List.copyOf(all);
  }
}
