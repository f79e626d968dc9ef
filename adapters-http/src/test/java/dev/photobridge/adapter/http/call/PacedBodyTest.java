package dev.photobridge.adapter.http.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PacedBodyTest {
  private static final int SIXTEEN_KIB = 16 * 1024;

  private final AtomicReference<Duration> elapsed = new AtomicReference<>(Duration.ZERO);

  @Test
  void waitsHalfAMinuteForTheFirstBytes() throws IOException {
    InputStream body = body(10);
    elapsed.set(Duration.ofSeconds(30));
    assertThat(body.read()).isZero();
    elapsed.set(Duration.ofSeconds(31));
    assertThatIOException().isThrownBy(body::read);
  }

  @Test
  void grantsASecondForEverySixteenKibibytes() throws IOException {
    InputStream body = body(10 * SIXTEEN_KIB);
    var bytes = new byte[9 * SIXTEEN_KIB];
    elapsed.set(Duration.ofSeconds(39));
    assertThat(body.read(bytes, 0, 9 * SIXTEEN_KIB)).isEqualTo(9 * SIXTEEN_KIB);
    elapsed.set(Duration.ofSeconds(40));
    assertThatIOException().isThrownBy(() -> body.read(bytes, 0, SIXTEEN_KIB - 1));
  }

  @Test
  void doesNotMindAtTheEnd() throws IOException {
    elapsed.set(Duration.ofHours(1));
    assertThat(body(0).read()).isEqualTo(-1);
  }

  private InputStream body(int length) {
    return new PacedBody(new ByteArrayInputStream(new byte[length]), elapsed::get);
  }
}
