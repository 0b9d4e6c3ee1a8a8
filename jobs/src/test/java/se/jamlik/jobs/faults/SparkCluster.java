package se.jamlik.jobs.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A master and two workers of two cores each on this machine, stopped whatever happens. */
final class SparkCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int WORKERS = 2;

  private final Installed installed;
  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private SparkCluster(Installed installed, Path folder) throws IOException {
    this.installed = installed;
    this.folder = folder;
    this.port = freePort();
  }

  static SparkCluster start(Installed installed, Path folder) throws IOException {
    SparkCluster cluster = new SparkCluster(installed, Files.createDirectories(folder));
    try {
      cluster.startAll();
      return cluster;
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
  }

  private void startAll() throws IOException {
    begin(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        HOST,
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
    for (int worker = 1; worker <= WORKERS; worker++) {
      // A worker asks again until the master answers.
      begin(
          "worker" + worker,
          "org.apache.spark.deploy.worker.Worker",
          "--host",
          HOST,
          "--cores",
          "2",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          folder.resolve("worker" + worker).toString(),
          master());
    }
  }

  private void begin(String name, String program, String... arguments) throws IOException {
    processes.add(
        installed
            .spark("256m", program, arguments)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start());
  }

  String master() {
    return "spark://%s:%d".formatted(HOST, port);
  }

  /** A command of ours under spark-submit, with an executor on each worker. */
  ProcessBuilder submit(String... arguments) {
    return installed.spark(
        "1g",
        "org.apache.spark.deploy.SparkSubmit",
        Stream.concat(
                Stream.of(
                    "--master",
                    master(),
                    "--executor-memory",
                    "1g",
                    "--executor-cores",
                    "2",
                    "--conf",
                    "spark.driver.host=" + HOST,
                    "--conf",
                    "spark.driver.bindAddress=" + HOST,
                    "--conf",
                    "spark.executor.extraJavaOptions=-Duser.timezone=UTC -XX:TieredStopAtLevel=1",
                    "--driver-java-options",
                    "-Duser.timezone=UTC",
                    "--class",
                    "se.jamlik.jobs.Jamlik",
                    installed.jar().toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** The processes that do the work, one a worker. */
  List<ProcessHandle> executors() {
    return processes.stream()
        .flatMap(worker -> worker.descendants())
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
