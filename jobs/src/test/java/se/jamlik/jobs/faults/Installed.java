package se.jamlik.jobs.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The program as a machine has it: our own classes in one jar, and beside it a {@code SPARK_HOME}
 * that links the jars of this test's class path.
 */
final class Installed {
  private static final String OURS = "se/jamlik";

  private final Path home;

  private Installed(Path home) {
    this.home = home;
  }

  /** Installs what this test runs with, below the folder of the build. */
  static Installed here() throws IOException {
    Path home =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "spark-home")
            .toAbsolutePath();
    Installed installed = new Installed(home);
    Path jars = Files.createDirectories(home.resolve("jars"));
    // Spark takes a folder with this file for a distribution, and jars/ for its class path.
    Files.createFile(home.resolve("RELEASE"));
    Set<String> added = new HashSet<>();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(installed.jar()))) {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path path = Path.of(entry).toAbsolutePath();
        if (entry.isEmpty() || isOfTests(path) || !Files.exists(path)) {
          continue;
        }
        if (Files.isDirectory(path)) {
          add(path, jar, added);
        } else if (isOurs(path)) {
          try (FileSystem inside = FileSystems.newFileSystem(path)) {
            add(inside.getPath("/"), jar, added);
          }
        } else if (Files.notExists(jars.resolve(path.getFileName()))) {
          Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
        }
      }
    }
    return installed;
  }

  private static boolean isOfTests(Path path) {
    return path.endsWith("test-classes") || path.toString().endsWith("-tests.jar");
  }

  private static boolean isOurs(Path jar) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      return Files.isDirectory(inside.getPath(OURS));
    }
  }

  /** Adds a tree with its folders, which the program lists inside the jar. */
  private static void add(Path tree, JarOutputStream jar, Set<String> added) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) paths.skip(1)::iterator) {
        boolean isFolder = Files.isDirectory(path);
        String plain = tree.relativize(path).toString();
        String name = isFolder && !plain.endsWith("/") ? plain + "/" : plain;
        if (!name.startsWith("META-INF") && added.add(name)) {
          jar.putNextEntry(new ZipEntry(name));
          if (!isFolder) {
            Files.copy(path, (OutputStream) jar);
          }
        }
      }
    }
  }

  Path jar() {
    return home.resolve("jamlik.jar");
  }

  /** A Java process of one of Spark's own programs, which finds the jars and not ours. */
  ProcessBuilder spark(String heap, String program, String... arguments) {
    return java(heap, home.resolve("jars") + "/*", List.of(), program, arguments);
  }

  /** A command of ours on this machine alone. */
  ProcessBuilder jamlik(String heap, List<String> options, String... arguments) {
    return java(
        heap,
        home.resolve("jars") + "/*" + File.pathSeparator + jar(),
        options,
        "se.jamlik.jobs.Jamlik",
        arguments);
  }

  private ProcessBuilder java(
      String heap, String classPath, List<String> options, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:ReservedCodeCacheSize=512m");
    command.add("-Djava.awt.headless=true");
    // The test itself has the modules opened that Spark needs.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("LC_ALL", "C.UTF-8");
    return builder;
  }
}
