package dev.photobridge.adapter.http.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.HttpInput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// What only the server below the routes can do with a connection.
final class Connections {
  private static final int MAX_DROPPED_BYTES = 32 * 1024 * 1024;
  private static final long MAX_DROPPING_NANOS = Duration.ofSeconds(10).toNanos();

  private Connections() {}

  /// Sends a finished answer whose request is still on its way, and reads on for a while. Closing
  /// at once would make the client's next packet come back as a reset, which takes the answer away
  /// before the client has read it.
  static void answerEarly(HttpServletRequest request, HttpServletResponse response) {
    HttpInput body = ServletContextRequest.getServletContextRequest(request).getHttpInput();
    if (!hasBody(request) || body.isFinished()) {
      return;
    }
    if (!response.isCommitted()) {
      response.setHeader("Connection", "close");
    }
    boolean clientWaits = request.getHeader("Expect") != null && body.getContentReceived() == 0;
    try {
      response.getOutputStream().close();
      if (!clientWaits) {
        drop(body);
      }
    } catch (IOException | RuntimeException e) {
      // the client has gone
    }
  }

  /// Reads on for a while where a request whose answer comes later still sends what nobody reads,
  /// for the same reason.
  static void readToItsEnd(HttpServletRequest request) {
    HttpInput body = ServletContextRequest.getServletContextRequest(request).getHttpInput();
    if (!hasBody(request) || body.isFinished()) {
      return;
    }
    try {
      drop(body);
    } catch (IOException | RuntimeException e) {
      // the client has gone, or the answer has
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static void drop(HttpInput body) throws IOException {
    var buffer = new byte[16 * 1024];
    long start = System.nanoTime();
    long dropped = 0;
    int read = 0;
    while (read >= 0
        && dropped < MAX_DROPPED_BYTES
        && System.nanoTime() - start < MAX_DROPPING_NANOS) {
      read = body.read(buffer, 0, buffer.length);
      dropped += read;
    }
  }
}
