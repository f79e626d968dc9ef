package dev.photobridge.app.booth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Acts as DSLR Remote Pro: posts a photo to an ingest link, with `Expect: 100-continue`, and saves
/// what comes back.
public final class BoothClient implements AutoCloseable {
  private static final Timeout TO_CONNECT = Timeout.ofSeconds(5);

  /// After that the photo is sent unasked, as RFC 9110, 10.1.1, wants it and curl does it.
  private static final Duration TO_BE_ASKED = Duration.ofSeconds(1);

  private static final int LONGEST_ERROR = 10_000;
  private static final Map<String, String> EXTENSIONS =
      Map.of("image/jpeg", "jpg", "image/png", "png", "image/webp", "webp");

  private final CloseableHttpClient http;

  /// @param patience how long to wait for an answer, as the booth software does
  public BoothClient(Duration patience) {
    this(patience, TO_BE_ASKED);
  }

  /// @param toBeAsked how long to wait until the server asks for the photo
  BoothClient(Duration patience, Duration toBeAsked) {
    this.http =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(TO_CONNECT).build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setExpectContinueEnabled(true)
                    .setResponseTimeout(Timeout.of(patience))
                    .build())
            .setRequestExecutor(
                new HttpRequestExecutor(
                    Http1Config.custom().setWaitForContinueTimeout(Timeout.of(toBeAsked)).build(),
                    null,
                    null))
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .build();
  }

  /// Posts a photo and waits.
  ///
  /// @param ingestLink as shown in the slot
  /// @param target where to save the processed photo, without an extension
  /// @throws IOException when the server can't be reached, the connection breaks, or patience is
  ///   over
  public BoothReply post(URI ingestLink, BoothPhoto photo, Path target) throws IOException {
    var request = ClassicRequestBuilder.post(ingestLink).setEntity(BoothForm.of(photo)).build();
    return http.execute(request, response -> reply(response, target));
  }

  private static BoothReply reply(ClassicHttpResponse response, Path target) throws IOException {
    HttpEntity entity = response.getEntity();
    try (InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
      if (response.getCode() != 200) {
        return new BoothReply.Refused(
            response.getCode(), new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8));
      }
      String type = header(response, "Content-Type", "");
      Path saved =
          target.resolveSibling(target.getFileName() + "." + EXTENSIONS.getOrDefault(type, "bin"));
      Files.copy(body, saved, StandardCopyOption.REPLACE_EXISTING);
      return new BoothReply.Photo(saved, Files.size(saved), type, substitution(response));
    }
  }

  private static BoothReply.@Nullable Substitution substitution(ClassicHttpResponse response) {
    return response.containsHeader("X-Photobridge-Failure")
        ? new BoothReply.Substitution(
            header(response, "X-Photobridge-Reply", "other photo"),
            header(response, "X-Photobridge-Failure", ""))
        : null;
  }

  private static String header(ClassicHttpResponse response, String name, String otherwise) {
    Header header = response.getFirstHeader(name);
    return header == null ? otherwise : header.getValue();
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
