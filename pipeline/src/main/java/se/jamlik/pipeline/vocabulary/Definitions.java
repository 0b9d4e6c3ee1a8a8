package se.jamlik.pipeline.vocabulary;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that an epidemiologist may edit, read once.
 *
 * @param tables the input contract, in alphabetical order of the contract's names
 * @param shapes other shapes in which deliveries may come, in alphabetical order of their names
 * @param codeLists by id
 * @param derived the SQL of what several facts are made from, by name
 * @param facts the SQL of each file of facts, by name
 * @param combined SQL expressions over the facts of one row, by the name of the column they give
 * @param indicators in alphabetical order of their ids
 * @param quality the kinds of quality checks, in alphabetical order of their names
 * @param version the first twelve hexadecimal digits of the SHA-256 over all definition files
 */
public record Definitions(
    List<TableDefinition> tables,
    List<ShapeDefinition> shapes,
    Map<String, CodeList> codeLists,
    Map<String, String> derived,
    Map<String, String> facts,
    Map<String, String> combined,
    List<IndicatorDefinition> indicators,
    List<QualityRule> quality,
    String version) {
  public Definitions {
    tables = List.copyOf(tables);
    shapes = List.copyOf(shapes);
    codeLists = Map.copyOf(codeLists);
    derived = inOrder(derived);
    facts = inOrder(facts);
    combined = inOrder(combined);
    indicators = List.copyOf(indicators);
    quality = List.copyOf(quality);
  }

  /** Reads the definitions that are part of the program; refuses them with all problems at once. */
  public static Definitions load() {
    return DefinitionFiles.read();
  }

  /**
   * The definition of a delivered table by the contract's name, or by {@code
   * <shape>/<extract>/<table>}.
   */
  public TableDefinition table(String name) {
    return shapeOf(name)
        .map(shape -> shape.table(lastPart(name)))
        .orElseGet(() -> find(name, TableDefinition::table))
        .orElseThrow(() -> new IllegalArgumentException("No table " + name));
  }

  /** The shape in which a delivered table came; nothing when it came in the contract's own. */
  public Optional<ShapeDefinition> shapeOf(String deliveredTable) {
    return shapes.stream()
        .filter(shape -> deliveredTable.startsWith(shape.shape() + "/"))
        .findFirst();
  }

  /** The contract's tables that rows of a delivered table go to. */
  public List<TableDefinition> filledBy(String deliveredTable) {
    return shapeOf(deliveredTable)
        .map(
            shape ->
                shape.fills().stream()
                    .filter(fill -> fill.from().equals(lastPart(deliveredTable)))
                    .map(fill -> table(fill.table()))
                    .toList())
        .orElseGet(() -> List.of(table(deliveredTable)));
  }

  /** The definition of a delivered table by our name. */
  public TableDefinition tableThatBecomes(String name) {
    return find(name, TableDefinition::becomes)
        .orElseThrow(() -> new IllegalArgumentException("No table becomes " + name));
  }

  /** A code list that is known to be there. */
  public CodeList codeList(String id) {
    CodeList list = codeLists.get(id);
    if (list == null) {
      throw new IllegalArgumentException("No code list " + id);
    }
    return list;
  }

  /** The weakest status of the code lists that an indicator stands on; empty without any. */
  public Optional<String> codeListStatusOf(IndicatorDefinition indicator) {
    return indicator.codeLists().stream().map(id -> codeList(id).status()).reduce(CodeList::weaker);
  }

  /**
   * The version of what an indicator computes: it changes with the indicator's own expressions,
   * with the code lists that it stands on, and with the SQL of the facts. Words do not change it.
   */
  public String versionOf(IndicatorDefinition indicator) {
    Stream<String> lists =
        indicator.codeLists().stream().sorted().map(id -> id + " " + codeList(id).hash());
    Stream<String> sql =
        Stream.of(derived, facts, combined)
            .flatMap(texts -> texts.entrySet().stream())
            .map(text -> text.getKey() + " " + text.getValue());
    return DefinitionFiles.hash(
        Stream.of(Stream.of(indicator.computed()), lists, sql)
            .flatMap(Function.identity())
            .collect(Collectors.joining("\n")));
  }

  private static Map<String, String> inOrder(Map<String, String> texts) {
    return Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  private static String lastPart(String deliveredTable) {
    return deliveredTable.substring(deliveredTable.lastIndexOf('/') + 1);
  }

  private Optional<TableDefinition> find(String name, Function<TableDefinition, String> naming) {
    return tables.stream().filter(table -> naming.apply(table).equals(name)).findFirst();
  }
}
