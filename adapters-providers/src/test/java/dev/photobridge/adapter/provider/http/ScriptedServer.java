package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server that does to each connection what a test says, down to the byte and to breaking it.
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket socket;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  public ScriptedServer(Script script) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> acceptAll(script));
  }

  /// What happens on one connection; it is closed at the end.
  @FunctionalInterface
  public interface Script {
    void run(Connection connection) throws IOException, InterruptedException;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /// Waits until the script called [Connection#reach].
  public void awaitReached() throws InterruptedException {
    await(reached);
  }

  /// Waits until a script noticed that the client has gone.
  public void awaitClientGone() throws InterruptedException {
    await(left);
  }

  /// Waits until a script has come to its end and its connection is closed.
  public void awaitClosed() throws InterruptedException {
    await(closed);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the server waited in vain");
    }
  }

  private void acceptAll(Script script) {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client, script));
      }
    } catch (IOException _) {
      // closed at the end of the test
    }
  }

  private void serve(Socket client, Script script) {
    try (client) {
      script.run(
          new Connection(
              client, new BufferedInputStream(client.getInputStream()), client.getOutputStream()));
    } catch (IOException _) {
      left.countDown();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    closed.countDown();
  }

  /// One connection of a client.
  public final class Connection {
    private final Socket client;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket client, InputStream in, OutputStream out) {
      this.client = client;
      this.in = in;
      this.out = out;
    }

    /// Reads a request's head.
    public String head() throws IOException {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the client has gone");
        }
        head.append((char) next);
      }
      return head.toString();
    }

    /// Reads a whole request whose length is declared.
    public byte[] request() throws IOException {
      String length = head().replaceFirst("(?is).*content-length: *([0-9]+).*", "$1");
      return in.readNBytes(Integer.parseInt(length));
    }

    /// Reads so many bytes and drops them.
    public void skip(long bytes) throws IOException {
      in.skipNBytes(bytes);
    }

    public void send(String text) throws IOException {
      send(text.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /// Tells the test that the script has come this far.
    public void reach() {
      reached.countDown();
    }

    /// Sends this again and again until the client goes.
    public void drip(String text) throws IOException {
      while (true) {
        send(text);
        reach();
        pause();
      }
    }

    private void pause() throws IOException {
      client.setSoTimeout(5);
      try {
        awaitEnd();
      } catch (SocketTimeoutException _) {
        // it is still there
      }
    }

    /// Passes everything on to another server and back, until one of both goes.
    public void relay(InetAddress host, int port) throws IOException {
      try (var other = new Socket(host, port)) {
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    other.getInputStream().transferTo(out);
                    client.close();
                  } catch (IOException _) {
                    // one of both has gone
                  }
                });
        in.transferTo(other.getOutputStream());
      }
    }

    /// Waits for the client to go.
    public void awaitEnd() throws IOException {
      if (in.read() < 0) {
        throw new IOException("the client has gone");
      }
    }

    /// Breaks the connection so that the client gets a reset.
    public void reset() throws IOException {
      client.setSoLinger(true, 0);
      client.close();
    }
  }
}
