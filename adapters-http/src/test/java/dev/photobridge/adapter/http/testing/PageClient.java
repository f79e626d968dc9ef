package dev.photobridge.adapter.http.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks for pages as a browser without scripts does, and does not follow redirects.
public final class PageClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final List<String> headers;

  private PageClient(String address, List<String> headers) {
    this.address = address;
    this.headers = headers;
  }

  /// A browser in which `serg` is signed in, and which wants Russian.
  public static PageClient signedIn(TestServer server) {
    return new PageClient(
        address(server),
        List.of("Accept", "text/html", "Accept-Language", "ru", "Cookie", TestServer.SERGS_COOKIE));
  }

  /// A browser in which nobody is signed in.
  public static PageClient signedOut(TestServer server) {
    return new PageClient(address(server), List.of("Accept", "text/html", "Accept-Language", "ru"));
  }

  /// The same browser with one more header, or another value of one.
  public PageClient with(String name, String value) {
    var more = new ArrayList<String>();
    for (int i = 0; i < headers.size(); i += 2) {
      if (!headers.get(i).equals(name)) {
        more.addAll(headers.subList(i, i + 2));
      }
    }
    more.addAll(List.of(name, value));
    return new PageClient(address, more);
  }

  /// The same browser, but htmx asks.
  public PageClient byScript() {
    return with("HX-Request", "true").with("Accept", "*/*");
  }

  /// Opens an address.
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /// Sends a form with the page's token.
  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return postBare(path, form(fields) + "&csrf_token=" + FakePageSession.CSRF_TOKEN);
  }

  /// Sends this as a form's body.
  public HttpResponse<String> postBare(String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .headers(headers.toArray(String[]::new));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String address(TestServer server) {
    return "http://localhost:" + server.port();
  }
}
