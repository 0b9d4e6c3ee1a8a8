package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input contract of one delivered table.
 *
 * @param table its name in the contract, which is also the name of its folder in the inbox
 * @param becomes our name for it
 * @param isRequired whether the night needs it
 * @param key our names of the key columns; empty when the whole row is the key
 * @param isHappening whether a row tells of care, a drug or an act on its day, so that one dated
 *     after the night takes part in nothing
 * @param event our name of the column whose year is the row's year, or null
 * @param ordered pairs of columns of which the second may not come before the first
 */
public record TableDefinition(
    String table,
    String becomes,
    Deliverer deliverer,
    @JsonProperty("required") boolean isRequired,
    @JsonProperty("happening") boolean isHappening,
    List<String> key,
    @Nullable String event,
    List<List<String>> ordered,
    List<ColumnDefinition> columns)
    implements Serializable {
  public TableDefinition {
    key = List.copyOf(key);
    ordered = ordered == null ? List.of() : List.copyOf(ordered);
    columns = List.copyOf(columns);
  }

  /** Whether two equal rows of one file are two events. */
  public boolean isKeyedByTheWholeRow() {
    return key.isEmpty();
  }

  public Optional<ColumnDefinition> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
