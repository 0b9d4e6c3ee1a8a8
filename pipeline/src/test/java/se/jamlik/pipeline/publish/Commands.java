package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.util.List;

/** Commands of the machine, which not every account may run. */
final class Commands {
  private Commands() {}

  static boolean haveRun(String... command) {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}
