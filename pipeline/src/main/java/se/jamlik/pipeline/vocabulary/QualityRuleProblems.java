package se.jamlik.pipeline.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;

/** What does not make sense in a kind of quality check, by itself and against the tables. */
final class QualityRuleProblems {
  private static final Set<String> SETTINGS =
      Set.of("most-quarantined", "least-linked", "expected-linked");

  private final QualityRule rule;
  private final Definitions definitions;
  private final List<String> problems = new ArrayList<>();

  private QualityRuleProblems(QualityRule rule, Definitions definitions) {
    this.rule = rule;
    this.definitions = definitions;
  }

  static List<String> of(QualityRule rule, Definitions definitions) {
    QualityRuleProblems looked = new QualityRuleProblems(rule, definitions);
    looked.ofRule();
    rule.cases().forEach(looked::ofCase);
    return looked.problems;
  }

  private void ofRule() {
    Stream.of("sv", "en")
        .filter(language -> rule.says().getOrDefault(language, "").isBlank())
        .forEach(language -> problem("does not say in " + language + " what is wrong"));
    if (rule.mend().isBlank()) {
      problem("does not say what the sender is to do");
    }
    if (rule.threshold() < 0 || rule.threshold() > 1) {
      problem("the threshold is no share from 0 to 1");
    }
    if (rule.setting() != null && !SETTINGS.contains(rule.setting())) {
      problem("no setting quality." + rule.setting());
    }
    boolean isCondition = rule.counts() == Counted.ROWS || rule.counts() == Counted.CLINIC_MONTHS;
    if (isCondition && rule.violated() == null) {
      problem("no condition 'violated'");
    }
    if (isCondition && rule.over() == null && rule.cases().isEmpty()) {
      problem("it is made nowhere ('over' and 'cases' are missing)");
    }
  }

  private void ofCase(Map<String, Object> where) {
    String name = String.valueOf(where.get("table"));
    definitions.tables().stream()
        .filter(table -> table.table().equals(name))
        .findFirst()
        .ifPresentOrElse(
            table -> ofColumn(table, where.get("column")), () -> problem("no table " + name));
    Object list = where.get("code-list");
    if (list != null && !definitions.codeLists().containsKey(list.toString())) {
      problem("no code list " + list);
    }
    Object other = where.get("refers-to");
    if (other != null
        && definitions.tables().stream()
            .noneMatch(
                table ->
                    table.columns().stream()
                        .anyMatch(column -> other.equals(table.table() + "." + column.name())))) {
      problem("no column " + other);
    }
  }

  private void ofColumn(TableDefinition table, @Nullable Object column) {
    if (column != null && table.column(column.toString()).isEmpty()) {
      problem("no column %s in %s".formatted(column, table.table()));
    }
  }

  private void problem(String what) {
    problems.add("quality/%s.yaml: %s".formatted(rule.check(), what));
  }
}
