package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

final class MoreThanOnceTest {
  @Test
  void aNumberThatStandsSeveralTimesIsToldOnce() {
    assertThat(among(-7, 1, 1, 2, 3, 3, 3, 3, 9, 9)).toIterable().containsExactly(1L, 3L, 9L);
  }

  @Test
  void whereEachStandsOnceOrNoneDoesThereIsNothingToTell() {
    assertThat(among(Long.MIN_VALUE, 0, Long.MAX_VALUE)).isExhausted();
    assertThat(among()).isExhausted();
  }

  @Test
  void afterTheLastThereIsNoMore() {
    Iterator<Long> repeated = among(5, 5);
    repeated.next();

    assertThatThrownBy(repeated::next).isInstanceOf(NoSuchElementException.class);
  }

  private static Iterator<Long> among(long... numbers) {
    return new MoreThanOnce()
        .call(LongStream.of(numbers).<Row>mapToObj(number -> RowFactory.create(number)).iterator());
  }
}
