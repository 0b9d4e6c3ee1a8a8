package se.jamlik.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.jamlik.pipeline.vocabulary.HadoopDefaults;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/**
 * Gives tests the one SparkSession of the module: {@code @ExtendWith(SparkTest.class)} on the class
 * and a parameter of type {@link SparkSession} on its constructor or methods.
 */
public final class SparkTest implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(SparkSession.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SparkTest.class))
        .computeIfAbsent("session", key -> new Session(), Session.class)
        .spark;
  }

  /** Lives until the last test of the process is done: each class is an execution of its own. */
  private static final class Session implements AutoCloseable {
    private final Path warehouse = temporaryFolder();
    private final SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.artifact.isolation.enabled", "false")
            .config("spark.buffer.pageSize", "1m")
            .config("spark.sql.shuffle.partitions", "2")
            // Of a handful of rows: compiling a query, and planning it anew on the way, cost more
            // than running it. The whole nights of jobs run as an operator's.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.warehouse.dir", warehouse.toUri().toString())
            .config(LocalFiles.SETTING, LocalFiles.class.getName())
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();

    private Session() {
      HadoopDefaults.leaveOutOf(spark);
    }

    @Override
    public void close() {
      spark.stop();
      try (Stream<Path> left = Files.walk(warehouse)) {
        for (Path path : (Iterable<Path>) left.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path temporaryFolder() {
      try {
        return Files.createTempDirectory("warehouse");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
