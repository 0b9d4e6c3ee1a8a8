package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.CodeList;

class CodeListHitsTest {
  private static final OccurringCodes OCCURRING =
      new OccurringCodes(
          Map.of("J450", 3L, "J459", 4L, "I10", 7L), Map.of("N05AH03", 2L, "J450", 9L));

  @Test
  void aGroupIsHitByTheRowsOfEachOfItsCodes() {
    CodeList list =
        list("any prefix", Map.of(), code("asthma", "J45"), code("gout", "M10"), code("lung", "J"));
    assertThat(hits(list)).containsExactly("list,asthma,2,7", "list,gout,0,0", "list,lung,2,7");
  }

  @Test
  void theLongestPrefixAloneIsHitWhereItDecides() {
    CodeList list =
        list("longest prefix", Map.of(), code("allergy", "J450"), code("asthma", "J45"));
    assertThat(hits(list)).containsExactly("list,allergy,1,3", "list,asthma,1,4");
  }

  @Test
  void aListOfDrugsIsHitByDispensings() {
    CodeList list = list("any prefix", Map.of("codes", "ATC"), code("antipsychotics", "N05A"));
    assertThat(hits(list)).containsExactly("list,antipsychotics,1,2");
  }

  private static List<String> hits(CodeList list) {
    return CodeListHits.of(List.of(list), OCCURRING).rows().stream()
        .map(row -> row.mkString(","))
        .toList();
  }

  private static CodeList list(String match, Map<String, String> header, CodeList.Code... codes) {
    Map<String, String> all = new HashMap<>(header);
    all.put("match", match);
    return new CodeList("list", all, List.of(codes), "hash");
  }

  private static CodeList.Code code(String group, String prefix) {
    return new CodeList.Code(group, prefix, "", 0, "verified");
  }
}
