package se.jamlik.pipeline.mark;

import java.util.HashMap;
import java.util.Map;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Definitions;

/** Definitions of which one file has been edited; what it gives is the same for SQL. */
record ChangedDefinitions(Definitions definitions) {

  Definitions withDerived(String name) {
    return with(
        definitions.codeLists(),
        edited(definitions.derived(), name),
        definitions.facts(),
        definitions.combined());
  }

  Definitions withFacts(String name) {
    return with(
        definitions.codeLists(),
        definitions.derived(),
        edited(definitions.facts(), name),
        definitions.combined());
  }

  Definitions withCombined(String name) {
    return with(
        definitions.codeLists(),
        definitions.derived(),
        definitions.facts(),
        edited(definitions.combined(), name));
  }

  /** A code list of which most codes are gone. */
  Definitions withCodeList(String id) {
    Map<String, CodeList> lists = new HashMap<>(definitions.codeLists());
    CodeList list = lists.get(id);
    lists.put(id, new CodeList(id, list.header(), list.codes().subList(1, 20), "another"));
    return with(lists, definitions.derived(), definitions.facts(), definitions.combined());
  }

  private static Map<String, String> edited(Map<String, String> texts, String name) {
    Map<String, String> edited = new HashMap<>(texts);
    edited.put(name, texts.get(name) + "\n-- another line\n");
    return edited;
  }

  private Definitions with(
      Map<String, CodeList> codeLists,
      Map<String, String> derived,
      Map<String, String> facts,
      Map<String, String> combined) {
    return new Definitions(
        definitions.tables(),
        definitions.shapes(),
        codeLists,
        derived,
        facts,
        combined,
        definitions.indicators(),
        definitions.quality(),
        "another");
  }
}
