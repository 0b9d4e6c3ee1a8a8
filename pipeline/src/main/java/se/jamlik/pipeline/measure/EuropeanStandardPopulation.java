package se.jamlik.pipeline.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The weights of the nineteen age groups 0-4 ... 90+, from definitions/populations/esp2013.csv. */
public final class EuropeanStandardPopulation {
  private static final String FILE = "/definitions/populations/esp2013.csv";

  /** In the order of {@link se.jamlik.pipeline.vocabulary.Ages#standardGroup}; together 100 000. */
  public static final List<Double> WEIGHTS = read();

  private EuropeanStandardPopulation() {}

  private static List<Double> read() {
    try (InputStream file =
        Objects.requireNonNull(EuropeanStandardPopulation.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> Double.valueOf(line.substring(line.indexOf(',') + 1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
