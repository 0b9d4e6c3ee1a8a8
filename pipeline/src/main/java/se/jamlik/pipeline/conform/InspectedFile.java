package se.jamlik.pipeline.conform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.pipeline.adapt.Refusal;

/**
 * What a night would make of one delivered file. It holds counts, names and reasons, never a value
 * of a row.
 *
 * @param file path below the inbox, as it may be shown
 * @param encoding of the text; "Parquet" where there is none
 * @param rows without header and blank lines; of a refused file those that were counted
 * @param refusals why the file would be refused; empty when it would not
 * @param asides why rows would be set aside, in the order of their first lines
 * @param unknownColumns header names that the contract does not know
 * @param absentColumns columns of the contract that the file lacks and may lack
 * @param doubtful values of ten digits that could be a personnummer by chance
 * @param repeats the file of the same table with the same bytes, if there is one
 */
public record InspectedFile(
    String file,
    String encoding,
    long rows,
    long blankLines,
    List<Refusal> refusals,
    List<Aside> asides,
    List<String> unknownColumns,
    List<String> absentColumns,
    long doubtful,
    Optional<String> repeats) {
  public InspectedFile {
    refusals = List.copyOf(refusals);
    asides = List.copyOf(asides);
    unknownColumns = List.copyOf(unknownColumns);
    absentColumns = List.copyOf(absentColumns);
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  /** Whether it is one of the files of an extract, {@code <shape>/<extract>/<file>}. */
  public boolean isOfExtract() {
    return file.chars().filter(letter -> letter == '/').count() == 2;
  }

  /** The same with more rows set aside. */
  InspectedFile with(List<Aside> more) {
    return new InspectedFile(
        file,
        encoding,
        rows,
        blankLines,
        refusals,
        Stream.concat(asides.stream(), more.stream())
            .sorted(Comparator.comparingLong(Aside::firstLine))
            .toList(),
        unknownColumns,
        absentColumns,
        doubtful,
        repeats);
  }

  /** Rows that would be set aside. */
  public long quarantined() {
    return asides.stream().mapToLong(Aside::rows).sum();
  }
}
