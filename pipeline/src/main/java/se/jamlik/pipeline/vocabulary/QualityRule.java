package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of quality check, as {@code definitions/quality} tells it: what breaks it, how much of
 * that is borne, and where it is made.
 *
 * @param says what is wrong in a row that breaks it, by language, sv and en
 * @param mend what the sender of such rows is to do
 * @param threshold the largest share that passes
 * @param setting name of the setting that gives the threshold instead, or null
 * @param counts what is counted
 * @param applicable SQL condition of the rows that are checked, or null for all
 * @param violated SQL condition of those that break the rule; null where the program counts
 * @param per what the check is told for, besides for all together
 * @param over the columns that it is made on, or null
 * @param cases tables, and columns, that it is made on: keys table, column, level, threshold, and
 *     the words that stand in braces in the conditions
 * @param numbers words in braces that all cases share
 */
public record QualityRule(
    String check,
    Map<String, String> says,
    String mend,
    Category category,
    Level level,
    double threshold,
    @Nullable String setting,
    Counted counts,
    @Nullable String applicable,
    @Nullable String violated,
    List<Per> per,
    @Nullable Over over,
    List<Map<String, Object>> cases,
    Map<String, Object> numbers) {

  /** What becomes of a night in which a check fails. */
  public enum Level {
    /** It is only kept. */
    @JsonProperty("note")
    NOTE,
    /** It is told in the manifest and the report. */
    @JsonProperty("warning")
    WARNING,
    /** It ends without a release. */
    @JsonProperty("error")
    ERROR
  }

  /** Kinds of quality by Kahn et al., eGEMs 2016;4(1):1244. */
  public enum Category {
    @JsonProperty("conformance")
    CONFORMANCE,
    @JsonProperty("completeness")
    COMPLETENESS,
    @JsonProperty("plausibility")
    PLAUSIBILITY
  }

  /** What a check is told for, besides for all together. */
  public enum Per {
    @JsonProperty("year")
    YEAR,
    @JsonProperty("municipality")
    MUNICIPALITY
  }

  /** What is counted: rows by two conditions, or something that the program knows. */
  public enum Counted {
    @JsonProperty("rows")
    ROWS,
    @JsonProperty("clinic_months")
    CLINIC_MONTHS,
    @JsonProperty("open_rows_not_last")
    OPEN_ROWS_NOT_LAST,
    @JsonProperty("empty_months")
    EMPTY_MONTHS,
    @JsonProperty("unusual_months")
    UNUSUAL_MONTHS,
    @JsonProperty("changed_months")
    CHANGED_MONTHS,
    @JsonProperty("unusual_file_months")
    UNUSUAL_FILE_MONTHS,
    @JsonProperty("required_table")
    REQUIRED_TABLE,
    @JsonProperty("quarantined_rows")
    QUARANTINED_ROWS,
    @JsonProperty("repeated_rows")
    REPEATED_ROWS,
    @JsonProperty("replaced_rows")
    REPLACED_ROWS,
    @JsonProperty("overtaken_rows")
    OVERTAKEN_ROWS,
    @JsonProperty("refused_files")
    REFUSED_FILES,
    @JsonProperty("unknown_columns")
    UNKNOWN_COLUMNS,
    @JsonProperty("doubtful_numbers")
    DOUBTFUL_NUMBERS,
    @JsonProperty("unusual_file")
    UNUSUAL_FILE,
    @JsonProperty("smaller_file")
    SMALLER_FILE,
    @JsonProperty("unlinked_rows")
    UNLINKED_ROWS,
    @JsonProperty("rows_after_as_of")
    ROWS_AFTER_AS_OF
  }

  /**
   * The columns that a check is made on.
   *
   * @param types all when empty
   * @param isOptional only columns that may be missing
   * @param isListed only columns with a list of values that is not closed
   * @param isNumbered columns that are lists of numbered ones; else all others
   */
  public record Over(
      List<ColumnType> types,
      @JsonProperty("optional") boolean isOptional,
      @JsonProperty("listed") boolean isListed,
      @JsonProperty("numbered") boolean isNumbered) {
    public Over {
      types = types == null ? List.of() : List.copyOf(types);
    }

    /** Whether the check is made on the column. */
    public boolean holds(ColumnDefinition column) {
      return (types.isEmpty() || types.contains(column.type()))
          && !(isOptional && column.isRequired())
          && !(isListed && (column.values().isEmpty() || column.isClosed()))
          && isNumbered == column.isList();
    }
  }

  public QualityRule {
    says = says == null ? Map.of() : Map.copyOf(says);
    mend = mend == null ? "" : mend;
    per = per == null ? List.of() : List.copyOf(per);
    cases = cases == null ? List.of() : List.copyOf(cases);
    numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
  }
}
