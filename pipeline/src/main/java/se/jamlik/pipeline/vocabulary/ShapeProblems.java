package se.jamlik.pipeline.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Concept;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Fill;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Reference;

/** What does not make sense in the definition of a shape. */
final class ShapeProblems {
  private final ShapeDefinition shape;
  private final List<String> problems = new ArrayList<>();

  private ShapeProblems(ShapeDefinition shape) {
    this.shape = shape;
  }

  static List<String> of(ShapeDefinition shape, Definitions definitions) {
    ShapeProblems found = new ShapeProblems(shape);
    found.lookAtTables();
    shape.concepts().forEach(found::lookAt);
    for (Fill fill : shape.fills()) {
      found.lookAt(fill, definitions);
    }
    return found.problems;
  }

  /** A row may look for rows of the tables before its own alone. */
  private void lookAtTables() {
    Set<String> before = new HashSet<>();
    for (TableDefinition table : shape.tables()) {
      if (table.key().isEmpty()) {
        problem("no key of " + table.table());
      }
      for (Reference reference : shape.references()) {
        if (reference.table().equals(table.table())) {
          lookAt(reference, table, before);
        }
      }
      before.add(table.table());
    }
    shape.references().stream()
        .filter(reference -> !before.contains(reference.table()))
        .forEach(reference -> problem("no table " + reference.table()));
  }

  private void lookAt(Reference reference, TableDefinition table, Set<String> before) {
    if (!before.contains(reference.to())) {
      problem("%s refers to %s, which is not before it".formatted(table.table(), reference.to()));
      return;
    }
    TableDefinition other = shape.table(reference.to()).orElseThrow();
    for (String name : reference.columns()) {
      if (table.column(name).isEmpty() || other.column(name).isEmpty()) {
        problem("no column %s in %s or in %s".formatted(name, table.table(), other.table()));
      }
    }
    if (!reference.columns().containsAll(other.key())) {
      problem("%s refers to %s without its key".formatted(table.table(), other.table()));
    }
  }

  private void lookAt(Concept concept) {
    if (concept.source().isBlank() || concept.status().isBlank()) {
      problem("concept %d has no source or no status".formatted(concept.concept()));
    }
  }

  private void lookAt(Fill fill, Definitions definitions) {
    if (definitions.tables().stream().noneMatch(table -> table.table().equals(fill.table()))) {
      problem("no delivered table " + fill.table());
    }
    if (shape.table(fill.from()).isEmpty()) {
      problem("no table " + fill.from());
    }
  }

  private void problem(String problem) {
    problems.add("shapes/%s.yaml: %s".formatted(shape.shape(), problem));
  }
}
