package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonColumnsTest {
  @Test
  void keysOfPersonsAreKnownInAnyCase() {
    assertThat(Stream.of("person", "LopNr", "RECORD_KEY", "hushall_id"))
        .allMatch(PersonColumns::has);
  }

  @Test
  void countsOfPersonsAreNone() {
    assertThat(Stream.of("persons", "persons_linked", "population")).noneMatch(PersonColumns::has);
  }
}
