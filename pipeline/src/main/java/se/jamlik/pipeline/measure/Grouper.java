package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.List;
import se.jamlik.pipeline.vocabulary.CodeList;

/**
 * A list of conditions that residents are counted by.
 *
 * @param id of the code list
 * @param conditions its groups in alphabetical order; a condition's place is its bit in a mask
 */
record Grouper(String id, List<String> conditions) implements Serializable {
  Grouper {
    conditions = List.copyOf(conditions);
  }

  static Grouper of(CodeList list) {
    return new Grouper(list.id(), list.groups());
  }

  /** The fact that holds a person's conditions. */
  String maskColumn() {
    return id + "_mask";
  }
}
