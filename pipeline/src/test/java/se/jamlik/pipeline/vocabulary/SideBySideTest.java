package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void whatIsMadeStandsInTheOrderOfWhatItWasMadeOf() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

    assertThat(SideBySide.each(numbers, number -> 2 * number))
        .containsExactlyElementsOf(numbers.stream().map(number -> 2 * number).toList());
  }

  @Test
  void fourAreUnderWayAtOnce() {
    CountDownLatch begun = new CountDownLatch(4);

    assertThat(
            SideBySide.each(
                List.of("a", "b", "c", "d"),
                one -> {
                  begun.countDown();
                  return isReached(begun);
                }))
        .containsExactly(true, true, true, true);
  }

  @Test
  void whatGoesWrongIsThrownAsItWas() {
    UserError refusal = new UserError(ExitCode.QUALITY, "Cannot link.");
    StackOverflowError error = new StackOverflowError();

    assertThatThrownBy(() -> SideBySide.each(List.of(refusal), SideBySideTest::thrown))
        .isSameAs(refusal);
    assertThatThrownBy(() -> SideBySide.each(List.of(error), SideBySideTest::thrown))
        .isSameAs(error);
  }

  @Test
  void anInterruptionIsPassedOn() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> SideBySide.each(List.of("a"), one -> isReached(never)))
        .hasMessage("Interrupted while work was done side by side");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
