package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopDefaultsTest {
  @Test
  void whatASiteOrASessionSaysStaysAndDefaultsDoNot(@TempDir Path folder) throws IOException {
    Path site = folder.resolve("core-site.xml");
    Files.writeString(
        site,
        "<configuration><property><name>fs.trash.interval</name><value>7</value></property></configuration>");
    Configuration settings = new Configuration();
    settings.addResource(site.toUri().toURL());
    settings.set("io.file.buffer.size", "65536");
    assertThat(settings.size()).isGreaterThan(300);

    HadoopDefaults.leaveOutOf(settings);

    assertThat(settings.size()).isEqualTo(2);
    assertThat(settings.get("fs.trash.interval")).isEqualTo("7");
    assertThat(settings.get("io.file.buffer.size")).isEqualTo("65536");
  }

  @Test
  void theyDoNotComeBackWhenHadoopReadsMoreFiles() {
    Configuration settings = new Configuration();

    HadoopDefaults.leaveOutOf(settings);

    assertThat(new HdfsConfiguration().size()).isGreaterThan(500);
    assertThat(new JobConf().size()).isGreaterThan(500);
    assertThat(settings.size()).isZero();
    assertThat(new Configuration(settings).size()).isZero();
  }
}
