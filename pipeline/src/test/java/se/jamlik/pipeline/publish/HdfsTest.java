package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.adapt.FetchedInbox;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** An inbox and a mirror on HDFS: a name node and a data node in this process. */
@Tag("faults")
final class HdfsTest {
  private static final int RELEASES = 6;

  @TempDir private static java.nio.file.Path disk;
  @TempDir private java.nio.file.Path out;
  @TempDir private java.nio.file.Path elsewhere;
  private static MiniDFSCluster cluster;
  private static DistributedFileSystem hdfs;

  @BeforeAll
  static void start() throws IOException {
    Configuration settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    hdfs = cluster.getFileSystem();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown(true);
  }

  @Test
  void anInboxIsFetchedAndThenOnlyWhatIsNewHasChangedOrVanished() throws IOException {
    String inbox = address("/inbox");
    put("/inbox/sol/1.csv", "one");
    put("/inbox/sol/2.csv", "two");
    put("/inbox/lss/Umeå nr 1.csv", "three");
    assertThat(FetchedInbox.fetch(inbox, out)).isEqualTo(new FetchedInbox.Outcome(3, 0, 0));

    put("/inbox/sol/2.csv", "too");
    put("/inbox/sol/3.csv", "four");
    hdfs.delete(new Path("/inbox/sol/1.csv"), false);

    assertThat(FetchedInbox.fetch(inbox, out)).isEqualTo(new FetchedInbox.Outcome(2, 1, 1));
    java.nio.file.Path copy = FetchedInbox.folder(out);
    assertThat(copy.resolve("sol").toFile().list()).containsExactlyInAnyOrder("2.csv", "3.csv");
    assertThat(copy.resolve("sol/2.csv")).hasContent("too");
    assertThat(copy.resolve("lss/Umeå nr 1.csv")).hasContent("three");
  }

  @Test
  void aFileThatSomebodyStillWritesIsRefused() throws IOException {
    try (FSDataOutputStream writing = hdfs.create(new Path("/growing/sol/1.csv"))) {
      writing.writeBytes("half");
      writing.hflush();

      assertThatThrownBy(() -> FetchedInbox.fetch(address("/growing"), out))
          .isInstanceOfSatisfying(
              UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DELIVERY))
          .hasMessageContaining("Cannot fetch sol/1.csv: it is being written");
    }
    assertThat(FetchedInbox.fetch(address("/growing"), out).fetched()).isEqualTo(1);
  }

  @Test
  void aReaderOfTheMirrorFindsTheOldReleaseOrTheNewOneWhole() throws Exception {
    String mirror = address("/jamlik");
    SmallRelease.published(out, SmallRelease.tables());
    Mirror.bringUpToDate(out, mirror);
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> read(mirror, isOver));
    for (int i = 1; i < RELEASES; i++) {
      SmallRelease.published(out, SmallRelease.tables(200 + i));
      Mirror.bringUpToDate(out, mirror);
    }
    isOver.set(true);

    assertThat(reader.join()).isPositive();
    assertThat(hdfs.listStatus(new Path("/jamlik/published"))).hasSize(RELEASES + 1);
    try (MirroredReleases there = MirroredReleases.in(mirror)) {
      Release pulled = Archive.under(elsewhere).pull(there.current());
      assertThat(pulled.id()).isEqualTo("2026-11-22." + RELEASES);
      assertThat(pulled.problems()).isEmpty();
    }
  }

  /** Pulls what is current, again and again; how often. */
  private int read(String mirror, AtomicBoolean isOver) {
    int times = 0;
    try (MirroredReleases there = MirroredReleases.in(mirror)) {
      while (!isOver.get() || times == 0) {
        java.nio.file.Path to = Files.createTempDirectory(elsewhere, "reader");
        assertThat(Archive.under(to).pull(there.current()).problems()).isEmpty();
        times++;
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return times;
  }

  private static void put(String name, String text) throws IOException {
    try (FSDataOutputStream to = hdfs.create(new Path(name), true)) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String address(String folder) {
    return "hdfs://localhost:" + cluster.getNameNodePort() + folder;
  }
}
