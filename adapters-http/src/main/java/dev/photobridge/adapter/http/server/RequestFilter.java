package dev.photobridge.adapter.http.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;

/// What surrounds every request: its id (in the log as `request`, in the answer as `X-Request-Id`),
/// the answer's security headers, and a body nobody read.
final class RequestFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String MDC_KEY = "request";

  private final transient RandomGenerator random;
  private final transient SecurityHeaders headers;

  RequestFilter(RandomGenerator random, SecurityHeaders headers) {
    this.random = random;
    this.headers = headers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = HexFormat.of().toHexDigits(random.nextLong());
    try (var _ = MDC.putCloseable(MDC_KEY, id)) {
      response.setHeader("X-Request-Id", id);
      headers.addTo(response::setHeader);
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        Connections.readToItsEnd(request);
      } else {
        Connections.answerEarly(request, response);
      }
    }
  }
}
