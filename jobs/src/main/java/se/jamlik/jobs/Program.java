package se.jamlik.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Sha256;

/** The bytes of the program: one jar, or the folders that its modules were compiled into. */
final class Program {
  private static final List<Class<?>> MODULES = List.of(Program.class, Definitions.class);

  private Program() {}

  /** SHA-256 over the names and the bytes of all files of the program. */
  static String hash() {
    MessageDigest digest = Sha256.digest();
    MODULES.stream().map(Program::place).distinct().sorted().forEach(place -> add(place, digest));
    return Sha256.hexadecimal(digest).substring(0, 16);
  }

  private static void add(Path place, MessageDigest digest) {
    try (Stream<Path> paths = Files.walk(place)) {
      for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
        digest.update(place.relativize(file).toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Class<?> type) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
