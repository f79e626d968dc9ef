package dev.photobridge.app.testing;

import dev.photobridge.adapter.http.testing.ContractCheck;
import java.net.http.HttpResponse;

/// Checks what the server answers against its contract.
public final class Contract {
  private Contract() {}

  /// Fails where the response's status, headers or body are not those of the contract.
  public static void assertKeptBy(HttpResponse<byte[]> response) {
    ContractCheck.response(
        response.request().method(),
        response.request().uri().getPath(),
        response.statusCode(),
        response.headers().map(),
        response.body());
  }
}
