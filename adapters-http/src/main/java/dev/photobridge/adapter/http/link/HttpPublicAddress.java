package dev.photobridge.adapter.http.link;

import dev.photobridge.application.port.out.PublicAddress;
import dev.photobridge.application.port.out.PublicAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Asks `/health/live` of the public address for the mark of this installation.
public final class HttpPublicAddress implements PublicAddress {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Optional<URI> address;
  private final boolean ofTheInternet;
  private final Optional<String> mark;

  /// @param address without a slash at the end; empty: none is configured
  /// @param ofTheInternet whether the address alone says that anybody could use it
  /// @param mark of this installation; empty: it has none yet
  public HttpPublicAddress(Optional<URI> address, boolean ofTheInternet, Optional<String> mark) {
    this.address = address;
    this.ofTheInternet = ofTheInternet;
    this.mark = mark;
  }

  @Override
  public Optional<String> configured() {
    return address.map(URI::toString);
  }

  @Override
  public boolean isOfTheInternet() {
    return ofTheInternet;
  }

  @Override
  public PublicAnswer call() throws InterruptedException {
    if (address.isEmpty()) {
      return new PublicAnswer.Nobody("no address is configured");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.get() + "/health/live")).timeout(LONGEST).build();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      return answer(client.send(request, BodyHandlers.discarding()));
    } catch (IOException e) {
      return new PublicAnswer.Nobody(e.toString());
    } finally {
      client.shutdownNow();
    }
  }

  private PublicAnswer answer(HttpResponse<Void> response) {
    Optional<String> found = response.headers().firstValue(InstallationMark.HEADER);
    if (found.isPresent() && found.equals(mark)) {
      return new PublicAnswer.Ours();
    }
    return new PublicAnswer.Another(
        "GET %s answered %d, %s"
            .formatted(
                response.uri(),
                response.statusCode(),
                found.isPresent()
                    ? "from another installation of Photobridge"
                    : "without the mark of a Photobridge"));
  }
}
