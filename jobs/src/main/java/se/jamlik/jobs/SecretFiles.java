package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the secrets lie. An environment variable may hold the path of one, never the secret itself:
 * other processes of the machine can read it.
 */
final class SecretFiles {
  /** The file of the disclosure control's key, when it is not kept under {@code --out}. */
  static final String RECORD_KEY = "JAMLIK_RECORD_KEY";

  /** The file of the master key, when it is not given with {@code --key}. */
  static final String MASTER_KEY = "JAMLIK_MASTER_KEY";

  private SecretFiles() {}

  /** The key of an installation's disclosure control. */
  static Path recordKey(Path out, Map<String, String> environment) {
    return told(RECORD_KEY, environment)
        .orElseGet(() -> out.resolve("secret").resolve("record-key"));
  }

  /** The master key of the pseudonyms: as it is given, or else as the environment tells. */
  static Optional<Path> masterKey(@Nullable Path given, Map<String, String> environment) {
    return given == null ? told(MASTER_KEY, environment) : Optional.of(given);
  }

  private static Optional<Path> told(String variable, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(variable))
        .filter(path -> !path.isBlank())
        .map(Path::of);
  }
}
