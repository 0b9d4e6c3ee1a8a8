package se.jamlik.pipeline.mark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.jamlik.pipeline.SparkTest;

/**
 * Gives tests the one {@link SpecNight} of the module, which takes half a minute of a core to
 * compute.
 */
final class SpecNightTests implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(SpecNight.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SparkSession spark = (SparkSession) new SparkTest().resolveParameter(parameter, context);
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SpecNightTests.class))
        .computeIfAbsent("night", key -> new Computed(spark), Computed.class)
        .night;
  }

  /** Lives until the last test of the process is done: each class is an execution of its own. */
  private static final class Computed implements AutoCloseable {
    private final Path folder;
    private final SpecNight night;

    private Computed(SparkSession spark) {
      try {
        folder = Files.createTempDirectory("spec");
        night = SpecNight.of(spark, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws SQLException, IOException {
      night.close();
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) left.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      }
    }
  }
}
