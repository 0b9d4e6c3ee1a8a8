package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

class RandomPersonsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @TempDir Path inbox;

  @Test
  void sameSeedDrawsTheSamePersons() {
    assertThat(RandomPersons.of(7, 200, AS_OF).tables())
        .isEqualTo(RandomPersons.of(7, 200, AS_OF).tables());
    assertThat(RandomPersons.of(7, 200, AS_OF).tables())
        .isNotEqualTo(RandomPersons.of(8, 200, AS_OF).tables());
  }

  @Test
  void rowsReadFromFilesGiveWhatRowsInMemoryGive() throws IOException {
    RandomPersons drawn = RandomPersons.of(1, 600, AS_OF);
    drawn.writeTo(inbox);

    Reference inMemory = Reference.of(drawn.tables(), AS_OF);
    Reference fromFiles = Reference.of(inbox, AS_OF);

    assertThat(fromFiles.quarantined()).isEmpty();
    assertThat(
            Difference.between(
                Difference.rows(inMemory.indicatorValues()),
                Difference.rows(fromFiles.indicatorValues()),
                IndicatorValue.KEY))
        .isEmpty();
  }

  @Test
  void everyIndicatorHasPersonsOnBothSidesOfItsRule() {
    Reference reference = Reference.of(RandomPersons.of(2, 1_500, AS_OF).tables(), AS_OF);
    List<ReferencePersonPeriod> rows =
        reference.personPeriods().values().stream().flatMap(List::stream).toList();

    for (ReferenceIndicator indicator : ReferenceIndicatorTable.all()) {
      List<Term> terms =
          rows.stream().flatMap(row -> indicator.term(row).stream()).filter(this::counts).toList();

      assertThat(terms).as(indicator.id()).filteredOn(term -> term.x() > 0).hasSizeGreaterThan(2);
      // Each person's part of a cost is all of it; persons differ in what they cost.
      boolean isShare = indicator.measure().kind() == ReferenceStatistics.Kind.SHARE;
      assertThat(terms.stream().map(term -> isShare ? term.x() : term.x() / term.y()).distinct())
          .as(indicator.id())
          .hasSizeGreaterThan(1);
      assertThat(rows.size()).isGreaterThan(terms.size());
    }
  }

  private boolean counts(Term term) {
    return term.x() != 0 || term.y() != 0;
  }

  @Test
  void tableThatIsNotDeliveredLeavesOneRowPerAreaAndPeriod() {
    RandomPersons drawn = RandomPersons.of(3, 600, AS_OF).without("lss").without("eb", "2404");
    List<IndicatorValue> values = Reference.of(drawn.tables(), AS_OF).indicatorValues();

    assertThat(values)
        .filteredOn(row -> row.indicator().equals("BOTH65") && row.period().equals("2024"))
        .hasSize(7)
        .allMatch(
            row -> row.status().equals("not_computed") && "lss not delivered".equals(row.reason()));
    assertThat(values)
        .filteredOn(row -> row.indicator().equals("EB") && row.area().equals("2404"))
        .isNotEmpty()
        .allMatch(row -> row.value() == null && "eb not delivered by 2404".equals(row.reason()));
    assertThat(values)
        .filteredOn(row -> row.indicator().equals("EB") && row.areaLevel().equals("scope"))
        .isNotEmpty()
        .allMatch(
            row ->
                row.reason().startsWith("without 2404")
                    || row.reason().startsWith("fewer than 10"));
  }
}
