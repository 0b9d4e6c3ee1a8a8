package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.CodeList;

class CodeMatchingTest {
  private static final List<CodeList.Code> CODES =
      List.of(
          code("asthma", "J45"),
          code("allergy", "J450"),
          code("heart", "I130"),
          code("kidney", "I130"),
          code("pressure", "I13"));

  @Test
  void theLongestPrefixAloneDecides() {
    CodeMatching matching = CodeMatching.with(list("longest prefix"));
    assertThat(matching.groupsOf("J450")).containsExactly("allergy");
    assertThat(matching.groupsOf("J451")).containsExactly("asthma");
  }

  @Test
  void aPrefixOfTwoGroupsGivesBoth() {
    CodeMatching matching = CodeMatching.with(list("longest prefix"));
    assertThat(matching.groupsOf("I1309")).containsExactly("heart", "kidney");
  }

  @Test
  void elseEveryPrefixCounts() {
    CodeMatching matching = CodeMatching.with(list("any prefix"));
    assertThat(matching.groupsOf("I130")).containsExactly("heart", "kidney", "pressure");
  }

  @Test
  void aPrefixMatchesFromTheFirstCharacter() {
    assertThat(CodeMatching.with(list("any prefix")).groupsOf("J4")).isEmpty();
    assertThat(CodeMatching.with(list("any prefix")).groupsOf("XJ45")).isEmpty();
  }

  @Test
  void aMaskHasTheBitsOfThePlacesOfTheGroups() {
    // In alphabetical order: allergy 1, asthma 2, heart 4, kidney 8, pressure 16.
    assertThat(CodeMatching.with(list("any prefix")).maskOf("I130")).isEqualTo(4 + 8 + 16);
    assertThat(CodeMatching.with(list("any prefix")).maskOf("A00")).isZero();
  }

  @Test
  void onlyALetterTwoDigitsAndUpToThreeMoreAreMatched() {
    assertThat(List.of("I10", "I109", "M796G", "U07100")).allMatch(CodeMatching::isMatchable);
    assertThat(List.of("I1", "1I0", "I10-", "C03CA01", "46401", "i10", ""))
        .noneMatch(CodeMatching::isMatchable);
  }

  private static CodeList list(String match) {
    return new CodeList("list", Map.of("match", match), CODES, "hash");
  }

  private static CodeList.Code code(String group, String prefix) {
    return new CodeList.Code(group, prefix, "", 1, "verified");
  }
}
