package dev.photobridge.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReadingTest {
  private static final Answer.Body HELLO =
      Answer.Body.of("hello".getBytes(StandardCharsets.US_ASCII));

  @Test
  void readsAnswersOneAfterTheOther() throws IOException {
    var answers =
        reading(
            "HTTP/1.1 100 Continue",
            "",
            "HTTP/1.1 200 OK",
            "Content-Length: 5",
            "",
            "helloHTTP/1.1 504 Too late",
            "content-length: 2",
            "Connection: close",
            "",
            "no");

    assertThat(answers.read(0).status()).isEqualTo(100);
    assertThat(answers.read(0).is(HELLO)).isTrue();
    assertThat(answers.keepsAlive()).isTrue();
    assertThat(answers.read(0).status()).isEqualTo(504);
    assertThat(answers.keepsAlive()).isFalse();
  }

  @Test
  void readsBodiesInChunks() throws IOException {
    var answers =
        reading(
            "HTTP/1.1 200 OK",
            "Transfer-Encoding: chunked",
            "",
            "2",
            "he",
            "3",
            "llo",
            "0",
            "",
            "");

    assertThat(answers.read(0).is(HELLO)).isTrue();
  }

  @Test
  void otherBytesOfTheSameLengthAreNotTheBody() throws IOException {
    assertThat(reading("HTTP/1.1 200 OK", "Content-Length: 5", "", "hallo").read(0).is(HELLO))
        .isFalse();
  }

  @Test
  void aBodyThatEndsTooSoonIsNoAnswer() {
    var answers = reading("HTTP/1.1 200 OK", "Content-Length: 5", "", "hel");

    assertThatExceptionOfType(EOFException.class).isThrownBy(() -> answers.read(0));
  }

  /// With a buffer that is smaller than anything.
  private static AnswerReading reading(String... lines) {
    String wire = String.join("\r\n", lines);
    var bytes = new ByteArrayInputStream(wire.getBytes(StandardCharsets.US_ASCII));
    return new AnswerReading(Channels.newChannel(bytes), 3);
  }
}
