package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFolderTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://namenode/inbox",
        "hdfs:///inbox",
        "s3a://bucket",
        "file:/data/inbox",
        "abfss://container@account.dfs.core.windows.net/inbox"
      })
  void anAddressBeginsWithTheNameOfAFileSystem(String text) {
    assertThat(RemoteFolder.isAddressWithoutSecret(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/inbox", "inbox", "../a:b/c", "2026-11-22", "./hdfs:x"})
  void aPathOfThisMachineIsNoAddress(String text) {
    assertThat(RemoteFolder.isAddress(text)).isFalse();
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndNotRepeated() {
    assertThatThrownBy(
            () -> RemoteFolder.refuseUnknown("s3a://key:secret@bucket/inbox", ExitCode.USAGE))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "Cannot use the address: it holds a password (expected none). Put it where Hadoop looks for it, as docs/cluster.md tells.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch://host/inbox", "s3a://bucket/inbox"})
  void anAddressThatNoLibraryHereReadsIsRefusedWithTheCodeOfWhoGaveIt(String address) {
    assertThatThrownBy(() -> RemoteFolder.refuseUnknown(address, ExitCode.SETTINGS))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.SETTINGS))
        .hasMessage(
            "Cannot use %s: no library here reads %s:// (expected hdfs, file, or one whose library is installed). Install it as docs/cluster.md tells, or give another address."
                .formatted(address, address.substring(0, address.indexOf(':'))));
  }

  @Test
  void hadoopsOwnFilesTellHowItIsReachedAndWhatSparkWasToldGoesBeforeThem() throws IOException {
    Files.writeString(
        folder.resolve("core-site.xml"),
        """
        <configuration>
          <property><name>fs.defaultFS</name><value>hdfs://namenode:8020</value></property>
          <property><name>fs.s3a.endpoint</name><value>one</value></property>
        </configuration>
        """);
    Properties properties = new Properties();
    properties.setProperty("spark.hadoop.fs.s3a.endpoint", "another");

    Configuration settings =
        HadoopSettings.of(Map.of("HADOOP_CONF_DIR", folder.toString()), properties);

    assertThat(settings.get("fs.defaultFS")).isEqualTo("hdfs://namenode:8020");
    assertThat(settings.get("fs.s3a.endpoint")).isEqualTo("another");
    assertThat(settings.get("fs.file.impl")).isEqualTo(LocalFiles.class.getName());
  }

  @Test
  void theInstallationIsOnThisMachineWhateverHadoopsDefaultIs() {
    assertThat(LocalFiles.configuration().get("fs.defaultFS")).isEqualTo("file:///");
  }
}
