package dev.photobridge.benchmark.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Answers every call with the same image, after a delay that counts from the end of the request.
/// It speaks just enough HTTP/1.1 over plain sockets, one virtual thread a connection, so that it
/// takes as little of the machine as it can. `POST /delay/2000` sets the delay in milliseconds for
/// the calls that come from then on; `GET /calls` tells how many came.
public final class FakeGemini implements AutoCloseable {
  private static final int BACKLOG = 20_000;
  private static final String DELAY_PATH = "/delay/";
  private static final String CALLS_PATH = "/calls";
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final AtomicLong delayNanos;
  private final AtomicLong calls = new AtomicLong();
  private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
  private final ServerSocket listener;
  private final byte[] image;

  /// Starts to listen on the loopback address.
  ///
  /// @param port 0: any free one
  /// @param jpeg the image of every answer
  public FakeGemini(int port, Duration delay, byte[] jpeg) throws IOException {
    this.delayNanos = new AtomicLong(delay.toNanos());
    this.image = GeminiJson.answer(jpeg);
    this.listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
  }

  /// Where it listens.
  public int port() {
    return listener.getLocalPort();
  }

  /// Takes connections until it is closed.
  public void run() throws IOException {
    while (!listener.isClosed()) {
      Socket socket;
      try {
        socket = listener.accept();
      } catch (IOException e) {
        if (listener.isClosed()) {
          return;
        }
        throw e;
      }
      connections.execute(() -> serve(socket));
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    connections.shutdownNow();
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var requests = new RequestReader(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      Optional<RequestHead> head = requests.head();
      while (head.isPresent()) {
        answer(head.get(), requests, out);
        head = head.get().keepsAlive() ? requests.head() : Optional.empty();
      }
    } catch (IOException _) {
      // the client is gone: some benchmarks let it give up
    }
  }

  private void answer(RequestHead head, RequestReader requests, OutputStream out)
      throws IOException {
    if (head.awaitsContinue()) {
      out.write(CONTINUE);
    }
    requests.drain(head);
    String path = head.path();
    if (path.startsWith(DELAY_PATH)) {
      delayNanos.set(
          Duration.ofMillis(Long.parseLong(path.substring(DELAY_PATH.length()))).toNanos());
      send(out, head, "text/plain", new byte[0]);
    } else if (path.equals(CALLS_PATH)) {
      send(out, head, "text/plain", calls.toString().getBytes(StandardCharsets.US_ASCII));
    } else {
      calls.incrementAndGet();
      pause(delayNanos.get());
      send(out, head, "application/json", image);
    }
  }

  private static void send(OutputStream out, RequestHead head, String type, byte[] body)
      throws IOException {
    String lines =
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n"
            .formatted(type, body.length, head.keepsAlive() ? "keep-alive" : "close");
    out.write(lines.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); ) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
