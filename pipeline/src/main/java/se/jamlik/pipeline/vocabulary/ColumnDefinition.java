package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a delivered table.
 *
 * @param delivered the header in deliveries, in lower case; {@code dia{n}} stands for dia1, dia2
 *     and so on
 * @param name our name for it
 * @param isRequired whether a row without a value is quarantined and a file without the column is
 *     refused
 * @param isList whether the numbered columns become one list, in the order of their numbers
 * @param values the values of the contract; empty when any value will do
 * @param isClosed whether another value quarantines the row
 * @param from smallest whole number allowed, or null
 * @param to largest number allowed: a whole number or the name of another column; of a list, how
 *     many columns it may have; or null
 */
public record ColumnDefinition(
    String delivered,
    String name,
    ColumnType type,
    @JsonProperty("required") boolean isRequired,
    @JsonProperty("list") boolean isList,
    List<String> values,
    @JsonProperty("closed") boolean isClosed,
    @Nullable Integer from,
    @Nullable String to,
    String meaning)
    implements Serializable {
  public ColumnDefinition {
    values = values == null ? List.of() : List.copyOf(values);
  }
}
