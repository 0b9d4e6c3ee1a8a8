package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFilesTest {
  @TempDir private Path folder;

  @Test
  void aJarWithoutEntriesForItsFoldersHoldsTheSameDefinitions() throws Exception {
    Path jar = folder.resolve("program.jar");
    Path classes = classes();
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes.resolve("definitions"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }

    assertThat(DefinitionFiles.read(jar)).isEqualTo(Definitions.load());
  }

  @Test
  void aProgramWithoutDefinitionsIsRefused() {
    assertThatThrownBy(() -> DefinitionFiles.read(folder))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessageStartingWith("Cannot use the definitions: ")
        .hasMessageContaining("tables: no file *.yaml (expected one at least)")
        .hasMessageContaining("facts: no file *.sql (expected one at least)");
  }

  private static Path classes() throws URISyntaxException, IOException {
    return Path.of(
        DefinitionFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
