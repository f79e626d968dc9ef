package dev.photobridge.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A page that is open: hears the server's events.
public final class LiveEvents implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT = "event: ";
  private static final String DATA = "data: ";

  private final InputStream stream;
  private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

  private LiveEvents(InputStream stream) {
    this.stream = stream;
  }

  /// Something that was heard. The server's end of the stream is `closed`, a broken one `broken`.
  public record Event(String name, JsonNode data) {
    /// The state of the job that it tells of.
    public String state() {
      return data.path("state").asText();
    }

    /// The id of the job that it tells of.
    public String job() {
      return data.path("id").asText();
    }
  }

  /// Opens a stream.
  static LiveEvents opened(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    var events = new LiveEvents(response.body());
    Thread.ofVirtual().start(events::read);
    return events;
  }

  /// The next event.
  public Event next() throws InterruptedException {
    Event event = heard.poll(1, TimeUnit.MINUTES);
    assertThat(event).as("an event within a minute").isNotNull();
    return event;
  }

  /// The next event, which must have this name.
  public Event next(String name) throws InterruptedException {
    Event event = next();
    assertThat(event.name()).as("%s", event.data()).isEqualTo(name);
    return event;
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(EVENT)) {
          name = line.substring(EVENT.length());
        } else if (line.startsWith(DATA)) {
          heard.add(new Event(name, JSON.readTree(line.substring(DATA.length()))));
        }
      }
      heard.add(new Event("closed", JSON.nullNode()));
    } catch (IOException e) {
      heard.add(new Event("broken", JSON.getNodeFactory().textNode(e.toString())));
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
