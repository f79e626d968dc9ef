package dev.photobridge.adapter.provider.http;

import java.net.ProxySelector;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Sets up connections as providers need them: HTTP/1.1, since calls last for seconds and gain
/// nothing from sharing a connection; nothing is repeated, redirected, unpacked or remembered by
/// itself; and no timeouts but that of connecting, since each exchange ends at its own deadline.
final class ProviderConnections {
  // as many as there are calls under way: the queue bounds them
  private static final int NO_BOUND = 1 << 20;
  private static final int MOST_HEADERS = 300;
  private static final int LONGEST_HEADER = 64 << 10;
  private static final TimeValue IDLE = TimeValue.ofSeconds(30);
  // The look costs a millisecond. A server that wants to end a connection with its answer says so
  // in the answer; those that say nothing leave it open for seconds.
  private static final TimeValue LOOK_AFTER_IDLE = TimeValue.ofMilliseconds(100);

  private ProviderConnections() {}

  /// @param proxies tells the way to a provider
  /// @param names knows addresses
  static CloseableHttpClient open(
      ConnectionSettings settings, SSLContext tls, ProxySelector proxies, DnsResolver names) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(settings, tls, names))
        .setRoutePlanner(new SystemDefaultRoutePlanner(proxies))
        .setRequestExecutor(new ExchangeExecutor(settings.proxy()))
        .setConnectionReuseStrategy(ProviderConnections::isReusable)
        .setDefaultRequestConfig(requests())
        .evictIdleConnections(IDLE)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .disableDefaultUserAgent()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      ConnectionSettings settings, SSLContext tls, DnsResolver names) {
    var http =
        Http1Config.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxLineLength(LONGEST_HEADER)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(http).build())
        .setTlsSocketStrategy(
            new DefaultClientTlsStrategy(tls, HostnameVerificationPolicy.BUILTIN, null))
        .setDnsResolver(names)
        .setMaxConnTotal(NO_BOUND)
        .setMaxConnPerRoute(NO_BOUND)
        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.DISABLED)
                .setValidateAfterInactivity(LOOK_AFTER_IDLE)
                .build())
        .build();
  }

  private static RequestConfig requests() {
    return RequestConfig.custom()
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setConnectionRequestTimeout(Timeout.DISABLED)
        .build();
  }

  private static boolean isReusable(HttpRequest request, HttpResponse answer, HttpContext context) {
    boolean whole = !OutgoingBody.in(context).map(OutgoingBody::isCutShort).orElse(false);
    return whole
        && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, context);
  }
}
