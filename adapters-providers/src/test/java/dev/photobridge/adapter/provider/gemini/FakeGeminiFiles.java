package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The stand-in's Files API. Every upload that comes through is remembered; tests may spoil them.
public final class FakeGeminiFiles {
  private static final String START = "/upload/v1beta/files";
  private static final String SESSION = "/upload/session/";
  private static final String FILE = "/v1beta/files/";

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Stored> stored = new ConcurrentHashMap<>();
  private final List<byte[]> uploads = new CopyOnWriteArrayList<>();
  private final AtomicInteger counter = new AtomicInteger();
  private final AtomicInteger looksLeft = new AtomicInteger();
  private volatile String endState = "ACTIVE";
  private volatile Instant expiresAt = Instant.parse("2099-01-01T00:00:00Z");
  private volatile @Nullable ResponseDefinitionBuilder refusal;
  private volatile @Nullable CountDownLatch gate;

  FakeGeminiFiles() {}

  private record Session(String key, long length, String type) {}

  private record Stored(String key, String uri) {}

  /// The bytes of every upload so far.
  public List<byte[]> uploads() {
    return uploads;
  }

  /// Every file is gone, as after 48 hours.
  void vanish() {
    stored.clear();
  }

  /// Uploads are in state PROCESSING for so many looks, and end in this one.
  void process(int looks, String end) {
    looksLeft.set(looks);
    endState = end;
  }

  /// When uploads from now on expire.
  void expireAt(Instant time) {
    expiresAt = time;
  }

  /// Every start of an upload is answered so.
  void refuse(ResponseDefinitionBuilder answer) {
    refusal = answer;
  }

  /// Uploads wait until this opens.
  void waitFor(CountDownLatch latch) {
    gate = latch;
  }

  boolean has(String uri, String key) {
    return stored.containsValue(new Stored(key, uri));
  }

  /// The answer, where the request is about files.
  Optional<ResponseDefinitionBuilder> answerTo(Request request, URI address) {
    String url = request.getUrl();
    if (url.equals(START)) {
      ResponseDefinitionBuilder refused = refusal;
      return Optional.of(refused == null ? started(request, address) : refused);
    }
    if (url.startsWith(SESSION)) {
      return Optional.of(finished(request, address));
    }
    return url.startsWith(FILE) ? Optional.of(looked(request, address)) : Optional.empty();
  }

  private ResponseDefinitionBuilder started(Request request, URI address) {
    String id = "f" + counter.incrementAndGet();
    sessions.put(
        id,
        new Session(
            request.getHeader("x-goog-api-key"),
            Long.parseLong(request.getHeader("X-Goog-Upload-Header-Content-Length")),
            request.getHeader("X-Goog-Upload-Header-Content-Type")));
    return aResponse()
        .withHeader("X-Goog-Upload-Status", "active")
        .withHeader("X-Goog-Upload-URL", address + SESSION + id);
  }

  private ResponseDefinitionBuilder finished(Request request, URI address) {
    await(gate);
    String id = request.getUrl().substring(SESSION.length());
    Session session = sessions.remove(id);
    byte[] body = request.getBody();
    if (session == null
        || body.length != session.length()
        || !typeOf(body).equals(session.type())
        || !session.type().equals(request.getHeader("Content-Type"))) {
      return FakeGemini.error(400, "INVALID_ARGUMENT", "not the image that was announced");
    }
    uploads.add(body);
    stored.put(id, new Stored(session.key(), uri(address, id)));
    String file = file(address, id, looksLeft.get() > 0 ? "PROCESSING" : endState);
    return aResponse()
        .withHeader("X-Goog-Upload-Status", "final")
        .withBody("{\"file\":" + file + "}");
  }

  private ResponseDefinitionBuilder looked(Request request, URI address) {
    String id = request.getUrl().substring(FILE.length());
    String state = looksLeft.decrementAndGet() > 0 ? "PROCESSING" : endState;
    return stored.containsKey(id)
        ? aResponse().withBody(file(address, id, state))
        : FakeGemini.error(403, "PERMISSION_DENIED", "no file " + id);
  }

  private String file(URI address, String id, String state) {
    String error =
        state.equals("FAILED") ? ",\"error\":{\"code\":3,\"message\":\"Broken image.\"}" : "";
    return """
    {"name":"files/%s","uri":"%s","mimeType":"image/png","sizeBytes":"7","state":"%s",
     "expirationTime":"%s"%s}\
    """
        .formatted(id, uri(address, id), state, expiresAt, error);
  }

  private static String uri(URI address, String id) {
    return address + FILE + id;
  }

  /// What an image is by its first bytes.
  static String typeOf(byte[] image) {
    String start = new String(image, 0, Math.min(image.length, 12), ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (start.startsWith("\u0089PNG")) {
      return "image/png";
    }
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
      return "image/webp";
    }
    return start.contains("ftyp") ? "image/heic" : "unknown";
  }

  private static void await(@Nullable CountDownLatch latch) {
    try {
      if (latch != null) {
        var _ = latch.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
