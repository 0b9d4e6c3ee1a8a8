package se.jamlik.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and the commit it was built from. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"jamlik " + code()};
  }

  /**
   * The same, and the hash of the program's own bytes where the commit does not tell them: what a
   * program under development has made is not taken for what it would make now.
   */
  static String ofBytes() {
    String code = code();
    return code.contains("+") && !code.endsWith("-changed") ? code : code + ":" + Program.hash();
  }

  /** Such as {@code 0.1.0+1a2b3c4}; {@code -changed} follows when the tree was not committed. */
  static String code() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = properties.getProperty("commit", "");
    boolean isKnown = !commit.isEmpty() && !commit.startsWith("$");
    return properties.getProperty("version", "unknown")
        + (isKnown ? "+" + commit : "")
        + (Boolean.parseBoolean(properties.getProperty("dirty")) ? "-changed" : "");
  }
}
