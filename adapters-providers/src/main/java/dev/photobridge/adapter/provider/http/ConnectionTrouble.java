package dev.photobridge.adapter.provider.http;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/// Says in words what keeps us from a provider.
///
/// @param proxy through which it is called
record ConnectionTrouble(Optional<HttpProxy> proxy) {
  private static final Set<String> NEVER_SENT =
      Set.of("UNKNOWN_HOST", "CANNOT_CONNECT", "TLS_HANDSHAKE_FAILED", "PROXY_LOGIN");

  JobFailure of(URI address, IOException trouble) {
    String peer = peer(address);
    if (isUnknownHost(trouble)) {
      return failure(
          "UNKNOWN_HOST",
          "no address is known for " + peer + ": check the network and " + setting());
    }
    return switch (trouble) {
      // no other timeout is set than that of connecting
      case SocketTimeoutException _ ->
          failure("CANNOT_CONNECT", peer + " does not answer: check the network");
      case RefusedTunnelException refused when refused.isAboutLogin() -> proxyWantsLogin();
      case ConnectException _, NoRouteToHostException _ ->
          failure(
              "CANNOT_CONNECT", peer + " takes no connection: check the network and " + setting());
      case SSLHandshakeException e ->
          failure(
              "TLS_HANDSHAKE_FAILED",
              "no secure connection to " + address.getHost() + ": " + e.getMessage());
      case SSLException e ->
          failure(
              "TLS_FAILED", "no secure connection to " + address.getHost() + ": " + e.getMessage());
      default ->
          failure(
              "CONNECTION_BROKEN",
              "the connection to "
                  + address.getHost()
                  + through()
                  + " broke off: "
                  + said(trouble));
    };
  }

  /// The host's address is not one where images may be fetched from.
  static JobFailure forbidden(URI address) {
    return JobFailure.of(
        FailureKind.UNUSABLE_ANSWER,
        "PRIVATE_ADDRESS",
        address.getHost() + " is an address of this machine or its own network");
  }

  /// Whether this failure, one of [#of], came before anything of a request was sent.
  static boolean isBeforeSending(JobFailure failure) {
    return NEVER_SENT.contains(failure.reason());
  }

  JobFailure outOfTime(URI address) {
    return failure("TIMEOUT", address.getHost() + " did not answer in the time left");
  }

  JobFailure proxyWantsLogin() {
    return failure(
        "PROXY_LOGIN",
        "the proxy %s wants another user and password: check the provider's proxy setting"
            .formatted(proxy.map(HttpProxy::toString).orElse("in between")));
  }

  /// Whom the connection leads to first.
  private String peer(URI address) {
    return proxy.map(p -> "the proxy " + p).orElse(address.getHost());
  }

  private String setting() {
    return proxy.isPresent() ? "the provider's proxy setting" : "the provider's address";
  }

  private String through() {
    return proxy.map(p -> " through the proxy " + p).orElse("");
  }

  private static JobFailure failure(String reason, String detail) {
    return JobFailure.of(FailureKind.UNAVAILABLE, reason, detail);
  }

  private static boolean isUnknownHost(IOException trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  private static String said(IOException trouble) {
    Throwable cause = trouble.getCause();
    return trouble.getMessage() == null && cause != null
        ? String.valueOf(cause.getMessage())
        : String.valueOf(trouble.getMessage());
  }
}
