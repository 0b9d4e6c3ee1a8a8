package se.jamlik.pipeline.conform;

import java.nio.charset.StandardCharsets;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/** The 64-bit hash that stands for a text: the same as {@code xxhash64} of Spark SQL. */
final class Hashes {
  /** The seed that Spark SQL uses. */
  private static final long SEED = 42;

  private static final XXHash64 XXHASH = XXHashFactory.fastestJavaInstance().hash64();

  private Hashes() {}

  static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return XXHASH.hash(bytes, 0, bytes.length, SEED);
  }
}
