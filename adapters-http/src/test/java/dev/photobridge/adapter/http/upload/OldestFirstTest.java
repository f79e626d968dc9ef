package dev.photobridge.adapter.http.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One place: whoever has its turn keeps it until it waits for its client, ends, or meets an older
/// body at its next read.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OldestFirstTest {
  private final OldestFirst order = new OldestFirst(1);
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());

  @Test
  void receivesOneBodyAsItComes() throws IOException {
    try (InputStream body = order.inTurn(bytes("photo"))) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("photo");
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  @Test
  void leavesTheBodyOpen() throws IOException {
    InputStream photo = bytes("photo");
    try (InputStream body = order.inTurn(photo)) {
      assertThat(body.read()).isEqualTo('p');
    }
    assertThat(photo.read()).isEqualTo('h');
  }

  @Test
  void letsTheOlderOfTwoGoFirst() throws Exception {
    InputStream first = order.inTurn(bytes("1"));
    InputStream second = order.inTurn(bytes("2"));
    InputStream third = order.inTurn(bytes("3"));
    assertThat(first.read()).isEqualTo('1');
    Thread youngest = receiving("third", third);
    Thread older = receiving("second", second);
    assertThat(received).isEmpty();
    first.close();
    older.join();
    youngest.join();
    assertThat(received).containsExactly("second", "third");
  }

  @Test
  void aYoungerBodyGivesItsTurnToAnOlderOneAtItsNextRead() throws Exception {
    InputStream older = order.inTurn(bytes("1"));
    InputStream younger = order.inTurn(bytes("22"));
    assertThat(younger.read()).isEqualTo('2');
    Thread thread = receiving("older", older);
    assertThat(received).isEmpty();
    assertThat(younger.read()).isEqualTo('2');
    assertThat(received).containsExactly("older");
    thread.join();
  }

  @Test
  void anOlderBodyKeepsItsTurn() throws Exception {
    InputStream older = order.inTurn(bytes("11"));
    InputStream younger = order.inTurn(bytes("2"));
    assertThat(older.read()).isEqualTo('1');
    Thread thread = receiving("younger", younger);
    assertThat(older.read()).isEqualTo('1');
    assertThat(received).isEmpty();
    older.close();
    thread.join();
    assertThat(received).containsExactly("younger");
  }

  @Test
  void whoWaitsForItsClientHoldsNobodyUp() throws Exception {
    var client = new CountDownLatch(1);
    InputStream slow = order.inTurn(new Stalling("1", client));
    InputStream other = order.inTurn(bytes("2"));
    assertThat(slow.read()).isEqualTo('1');
    Thread waits = receiving("slow", slow);
    try (other) {
      assertThat(other.read()).isEqualTo('2');
    }
    client.countDown();
    waits.join();
    assertThat(received).containsExactly("slow");
  }

  @Test
  void whoseClientIsGoneHoldsNobodyUp() throws Exception {
    try (InputStream broken = order.inTurn(new Gone())) {
      assertThat(broken.read()).isEqualTo('1');
      assertThat(catchIo(broken)).hasMessage("gone");
    }
    try (InputStream other = order.inTurn(bytes("2"))) {
      assertThat(other.read()).isEqualTo('2');
    }
  }

  @Test
  void manyBodiesAtOnceAllComeToTheirEnds() throws Exception {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 100; i++) {
      InputStream body = order.inTurn(bytes("photo".repeat(i)));
      String name = "body " + i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (body) {
                      int length = body.readAllBytes().length;
                      received.add(name + " of " + length / "photo".length());
                    } catch (IOException e) {
                      received.add(e.toString());
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(received).hasSize(100).contains("body 0 of 0", "body 99 of 99");
  }

  /// Reads one byte, notes the name and closes, in a thread that waits when this returns.
  private Thread receiving(String name, InputStream body) {
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (body) {
                    int _ = body.read();
                    received.add(name);
                  } catch (IOException e) {
                    received.add(e.toString());
                  }
                });
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static IOException catchIo(InputStream body) {
    try {
      int _ = body.read();
      return new IOException("it was read");
    } catch (IOException e) {
      return e;
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends the rest when its client goes on.
  private static final class Stalling extends FilterInputStream {
    private final CountDownLatch client;
    private boolean begun;

    Stalling(String text, CountDownLatch client) {
      super(bytes(text));
      this.client = client;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (begun) {
        try {
          client.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      begun = true;
      return super.read(into, offset, length);
    }
  }

  /// Breaks after one byte.
  private static final class Gone extends InputStream {
    private boolean begun;

    @Override
    public int read() throws IOException {
      if (begun) {
        throw new IOException("gone");
      }
      begun = true;
      return '1';
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      into[offset] = (byte) read();
      return 1;
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
