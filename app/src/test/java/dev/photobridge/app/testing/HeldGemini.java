package dev.photobridge.app.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in for a Gemini API that keeps every call waiting until it is let go.
public final class HeldGemini implements AutoCloseable {
  /// Connections that may come at once.
  private static final int BACKLOG = 1_000;

  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[] answer;
  private final HttpServer server;

  /// Starts it; every answer will have this JPEG.
  public HeldGemini(byte[] jpeg) throws IOException {
    answer =
        """
        {"candidates":[{"finishReason":"STOP","content":{"parts":[
          {"inlineData":{"mimeType":"image/jpeg","data":"%s"}}]}}]}
        """
            .formatted(Base64.getEncoder().encodeToString(jpeg))
            .getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// The keys that lead the server here.
  public Map<String, String> keys() {
    return Map.of(
        "GEMINI_API_KEY",
        "key-for-tests",
        "GEMINI_BASE_URL",
        "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// How many calls came, answered or not.
  public int calls() {
    return calls.get();
  }

  /// Answers all calls, and later ones at once.
  public void letGo() {
    go.countDown();
  }

  @Override
  public void close() {
    go.countDown();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    calls.incrementAndGet();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(answer);
    }
  }
}
