package dev.photobridge.adapter.http.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.call.HeldBytes;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.openapi.api.MetricsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

/// Serves the metrics, to everybody or to whoever knows the token.
public final class MetricsHandler implements MetricsApi<ApiCall> {
  private static final String BEARER = "bearer ";
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Metrics metrics;
  private final Optional<String> token;

  /// @param token what is asked for; empty: nothing
  public MetricsHandler(Metrics metrics, Optional<String> token) {
    this.metrics = metrics;
    this.token = token;
  }

  @Override
  public void getMetrics(ApiCall call) throws IOException {
    if (token.isPresent()) {
      check(call, token.get());
    }
    call.send(PROMETHEUS_TEXT, HeldBytes.of(metrics.text()));
  }

  private static void check(ApiCall call, String wanted) {
    String sent =
        call.requestHeader("Authorization")
            .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(header -> header.substring(BEARER.length()).strip())
            .orElseThrow(() -> refusal(call, ErrorCodeDto.TOKEN_MISSING));
    if (!MessageDigest.isEqual(sent.getBytes(UTF_8), wanted.getBytes(UTF_8))) {
      throw refusal(call, ErrorCodeDto.TOKEN_INVALID);
    }
  }

  private static ErrorAnswerException refusal(ApiCall call, ErrorCodeDto code) {
    call.header("WWW-Authenticate", "Bearer");
    return ErrorAnswer.of(code).asException();
  }
}
