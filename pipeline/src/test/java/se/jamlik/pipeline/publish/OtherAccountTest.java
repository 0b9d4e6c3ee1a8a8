package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who are not the operating account; only root may become them, others skip this. */
@Tag("faults")
final class OtherAccountTest {
  private static final String NOBODY = "65534";

  @TempDir private Path folder;

  @Test
  void nobodyReadsARelease() throws Exception {
    assumeTrue(
        Commands.haveRun("setpriv", "--reuid=" + NOBODY, "true"),
        "this account may become no other");
    Release release = SmallRelease.published(open(folder.resolve("out")), SmallRelease.tables());

    assertThat(readByNobody(release.database())).isZero();
  }

  @Test
  void nobodyReadsAReleaseOfADiskThatIsMountedReadOnly() throws Exception {
    Release release = SmallRelease.published(open(folder.resolve("out")), SmallRelease.tables());
    Path mounted = open(folder.resolve("mounted"));
    try (MountedDisk disk = MountedDisk.readOnly(release.folder(), mounted)) {
      assertThat(readByNobody(disk.folder().resolve(ReleaseDatabase.FILE))).isZero();
    }
  }

  /** The exit code of a reader whose class path lies where everybody may read. */
  private int readByNobody(Path database) throws Exception {
    open(folder);
    Path classes = open(folder.resolve("classes"));
    Path client = open(folder.resolve("client")).resolve("duckdb.jar");
    Files.copy(place(DuckDBConnection.class), client);
    String reader = DatabaseReadersTest.Reader.class.getName();
    Path compiled = Path.of(reader.replace('.', '/') + ".class");
    Path copy = classes.resolve(compiled);
    Files.createDirectories(copy.getParent());
    Files.copy(place(DatabaseReadersTest.class).resolve(compiled), copy);
    Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=/tmp",
                "-cp",
                client + File.pathSeparator + classes,
                reader,
                database.toString())
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.outputWriter().append("ask\n").close();
    return process.waitFor();
  }

  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A folder that everybody may enter. */
  private static Path open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
