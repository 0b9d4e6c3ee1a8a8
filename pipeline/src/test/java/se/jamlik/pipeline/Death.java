package se.jamlik.pipeline;

import java.util.function.Consumer;

/** The end of a process that is killed at a named moment; nothing catches it. */
public final class Death extends Error {
  private static final long serialVersionUID = 1;

  /** What a night is watched by, so that it dies when it reaches the moment. */
  public static <M> Consumer<M> at(M moment) {
    return reached -> {
      if (reached.equals(moment)) {
        throw new Death();
      }
    };
  }
}
