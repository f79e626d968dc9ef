package dev.photobridge.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands in for Turbotext: fetches the photos of a call by their links, lets itself be asked a few
/// times, and has the image at its own site. Of a call that names a webhook it reports there and is
/// not to be asked.
public final class FakeTurbotext implements AutoCloseable {
  private static final String KEY = "key-for-tests";
  private static final int QUEUE_ID = 4711;

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int reconnects;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Integer> reports = new CopyOnWriteArrayList<>();
  private final AtomicInteger questions = new AtomicInteger();

  /// A call that it took.
  ///
  /// @param form its fields
  /// @param photos what lay at the links, by field
  public record Call(String method, Map<String, String> form, Map<String, byte[]> photos) {}

  /// Starts it.
  ///
  /// @param image the result of every call
  /// @param reconnects how often it is not ready yet
  public FakeTurbotext(byte[] image, int reconnects) throws IOException {
    this.reconnects = reconnects;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api_ai/", this::posted);
    server.createContext("/uploads/result.jpg", exchange -> answer(exchange, 200, image));
    server.start();
  }

  /// The keys that lead the server here.
  public Map<String, String> keys() {
    return Map.of(
        "TURBOTEXT_API_KEY",
        KEY,
        "TURBOTEXT_BASE_URL",
        "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The calls since the last time.
  public List<Call> takeCalls() {
    List<Call> taken = List.copyOf(calls);
    calls.removeAll(taken);
    return taken;
  }

  /// How often it was asked for a result.
  public int questions() {
    return questions.get();
  }

  /// What webhooks answered to its reports.
  public List<Integer> reports() {
    return List.copyOf(reports);
  }

  private void posted(HttpExchange exchange) throws IOException {
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String method = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
    String answer =
        switch (form.getOrDefault("do", "")) {
          case "create_queue" -> created(method, form);
          case "get_result" -> result(form);
          default -> "{\"success\":false,\"error\":\"params_error\"}";
        };
    answer(exchange, 200, answer.getBytes(StandardCharsets.UTF_8));
  }

  private String created(String method, Map<String, String> form) {
    var photos = new LinkedHashMap<String, byte[]>();
    for (String field : List.of("url", "url_image_target")) {
      if (form.containsKey(field)) {
        HttpResponse<byte[]> photo = fetch(form.get(field));
        assertThat(photo.headers().firstValue("Cache-Control")).contains("no-store");
        photos.put(field, photo.statusCode() == 200 ? photo.body() : new byte[0]);
      }
    }
    calls.add(new Call(method, form, photos));
    questions.set(0);
    String webhook = form.get("webhook");
    if (webhook == null) {
      return "{\"success\":true,\"queueid\":" + QUEUE_ID + "}";
    }
    Thread.ofVirtual().start(() -> report(webhook));
    return "{\"success\":true,\"asyncid\":" + QUEUE_ID + "}";
  }

  private String result(Map<String, String> form) {
    if (!form.equals(Map.of("do", "get_result", "queueid", "" + QUEUE_ID))) {
      return "{\"success\":false,\"error\":\"params_error\"}";
    }
    return questions.incrementAndGet() <= reconnects
        ? "{\"success\":true,\"action\":\"reconnect\"}"
        : "{\"success\":true,\"data\":{\"image\":[\"uploads/result.jpg\"],\"width\":900}}";
  }

  private void report(String webhook) {
    String body =
        "{\"success\":true,\"asyncid\":%d,\"uploaded_image\":\"%s/uploads/result.jpg\"}"
            .formatted(QUEUE_ID, keys().get("TURBOTEXT_BASE_URL"));
    var request =
        HttpRequest.newBuilder(URI.create(webhook))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    reports.add(client.sendAsync(request, BodyHandlers.ofByteArray()).join().statusCode());
  }

  /// What lies at a link now.
  public HttpResponse<byte[]> fetch(String link) {
    return client
        .sendAsync(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray())
        .join();
  }

  private static Map<String, String> form(String body) {
    var form = new LinkedHashMap<String, String>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
