package dev.photobridge.adapter.provider.http;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/// Sends one request over a connection and takes its answer: says who we are to a proxy that opens
/// a tunnel, and never takes its refusal for the provider's answer.
final class ExchangeExecutor extends HttpRequestExecutor {
  private final Optional<String> login;

  ExchangeExecutor(Optional<HttpProxy> proxy) {
    this.login = proxy.flatMap(HttpProxy::authorization);
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      HttpResponseInformationCallback news,
      HttpContext context)
      throws IOException, HttpException {
    if (!Method.CONNECT.isSame(request.getMethod())) {
      OutgoingBody.in(context).ifPresent(body -> body.goesOver(connection));
      return super.execute(request, connection, news, context);
    }
    login.ifPresent(text -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, text));
    ClassicHttpResponse answer = super.execute(request, connection, news, context);
    if (answer.getCode() != HttpStatus.SC_OK) {
      throw new RefusedTunnelException(answer.getCode());
    }
    return answer;
  }
}
