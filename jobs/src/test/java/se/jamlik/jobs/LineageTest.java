package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
  @TempDir private Path folder;

  @Test
  void aSettingAloneTellsWhatIsReadAndWritten() throws IOException {
    Path file = folder.resolve("lineage.jsonl");
    String from = folder.resolve("from").toString();
    String to = folder.resolve("to").toString();

    SparkSessions.during(
        "lineage",
        file.toString(),
        Optional.empty(),
        spark -> {
          spark.range(10).write().parquet(from);
          spark.read().parquet(from).where("id > 5").write().parquet(to);
          return 0;
        });

    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      events.add(JsonMapper.builder().build().readTree(line));
    }
    assertThat(events)
        .anySatisfy(
            event -> {
              assertThat(event.path("inputs").findValuesAsText("name")).contains(from);
              assertThat(event.path("outputs").findValuesAsText("name")).contains(to);
            });
    assertThat(events)
        .allMatch(event -> event.path("job").path("namespace").asText().equals("jamlik"));
  }
}
