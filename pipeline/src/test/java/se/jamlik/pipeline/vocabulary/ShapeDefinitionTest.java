package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Concept;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Fill;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Reference;

class ShapeDefinitionTest {
  private final Definitions definitions = Definitions.load();
  private final ShapeDefinition omop = definitions.shapeOf("omop54/any/person").orElseThrow();

  @Test
  void aClosedColumnTakesTheNumbersOfItsConcepts() {
    assertThat(definitions.table("omop54/any/drug_exposure").column("drug_type_concept_id"))
        .hasValueSatisfying(
            column -> assertThat(column.values()).containsExactly("32825", "32879"));
  }

  @Test
  void numbersThatWereNotReadWithTheirNamesAreKnown() {
    assertThat(omop.unverified()).containsExactly(38004247, 32901, 32903, 32879);
  }

  @Test
  void aTableOfTheContractIsItsOwnAndAVisitMayBeOfThree() {
    assertThat(definitions.filledBy("sol"))
        .extracting(TableDefinition::table)
        .containsExactly("sol");
    assertThat(definitions.filledBy("omop54/any/visit_occurrence"))
        .extracting(TableDefinition::table)
        .containsExactly("par_slutenvard", "par_oppenvard", "pv_kontakt");
    assertThat(definitions.filledBy("omop54/any/person")).isEmpty();
  }

  @Test
  void allProblemsOfAShapeAreToldAtOnce() {
    List<TableDefinition> backwards = new ArrayList<>(omop.tables());
    Collections.reverse(backwards);
    ShapeDefinition wrong =
        new ShapeDefinition(
            "odd",
            "",
            backwards,
            List.of(new Concept("visit_concept_id", 1, "", "", "", "read")),
            List.of(
                new Reference("visit_occurrence", List.of("person_id"), "person"),
                new Reference("condition_occurrence", List.of("person_id"), "death"),
                new Reference("provider", List.of("care_site_id"), "visit_occurrence"),
                new Reference("bundle", List.of("person_id"), "person")),
            List.of(),
            List.of(new Fill("vaccination", "visits", "")));

    assertThat(ShapeProblems.of(wrong, definitions))
        .containsExactly(
            "shapes/odd.yaml: visit_occurrence refers to person, which is not before it",
            "shapes/odd.yaml: provider refers to visit_occurrence without its key",
            "shapes/odd.yaml: no table bundle",
            "shapes/odd.yaml: concept 1 has no source or no status",
            "shapes/odd.yaml: no delivered table vaccination",
            "shapes/odd.yaml: no table visits");
    assertThat(ShapeProblems.of(omop, definitions)).isEmpty();
  }
}
