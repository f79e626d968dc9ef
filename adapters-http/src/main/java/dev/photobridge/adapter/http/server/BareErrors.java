package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorResponses;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Errors outside of any route, in the contract's format too: requests that are no HTTP, a server
/// that stops, a machine that breaks.
final class BareErrors extends ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(BareErrors.class);
  private static final String JSON_TYPE = "application/json";

  private final ErrorResponses responses;
  private final Json json;
  private final SecurityHeaders headers;

  BareErrors(ErrorResponses responses, Json json, SecurityHeaders headers) {
    this.responses = responses;
    this.json = json;
    this.headers = headers;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    ErrorAnswer answer = ExceptionAnswers.ofStatus(status);
    if (answer.code().status() == 500) {
      LOG.error("a request failed outside of any route: {}", message, cause);
    }
    response.setStatus(answer.code().status());
    headers.addTo(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON_TYPE);
    // the connection is closed after such a request, and clients that keep theirs have to know
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    response.write(true, body(answer, Optional.ofNullable(language)), callback);
  }

  /// Answers a request that met an error of the machine, such as too little memory.
  void write(HttpServletResponse response, Error error) {
    LOG.error("a request failed", error);
    if (response.isCommitted()) {
      return;
    }
    ErrorAnswer answer = ExceptionAnswers.ofStatus(500);
    response.resetBuffer();
    response.setStatus(answer.code().status());
    response.setContentType(JSON_TYPE);
    try {
      response.getOutputStream().write(body(answer, Optional.empty()).array());
    } catch (IOException e) {
      LOG.debug("the client has gone", e);
    }
  }

  private ByteBuffer body(ErrorAnswer answer, Optional<String> acceptLanguage) {
    var body = responses.body(answer, acceptLanguage);
    return ByteBuffer.wrap(
        json.toJsonString(body, body.getClass()).getBytes(StandardCharsets.UTF_8));
  }
}
