package se.jamlik.pipeline.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does a few things at a time that do not build on each other: a small table leaves cores idle. */
public final class SideBySide {
  private static final int AT_A_TIME = 4;

  private SideBySide() {}

  /**
   * What the work makes of each, in their order. When it fails for one, what it threw is thrown
   * here as it was, and the rest is interrupted.
   */
  public static <T, R> List<R> each(Collection<T> all, Function<? super T, R> work) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<R>> running = new ArrayList<>();
      all.forEach(one -> running.add(threads.submit(() -> work.apply(one))));
      List<R> made = new ArrayList<>();
      for (Future<R> one : running) {
        made.add(one.get());
      }
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while work was done side by side", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Two things at a time that do not build on each other. */
  public static <A, B> Map.Entry<A, B> both(Supplier<A> one, Supplier<B> other) {
    AtomicReference<A> first = new AtomicReference<>();
    AtomicReference<B> second = new AtomicReference<>();
    each(
        List.<Runnable>of(() -> first.set(one.get()), () -> second.set(other.get())),
        work -> {
          work.run();
          return work;
        });
    return Map.entry(first.get(), second.get());
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failure.getCause());
  }
}
