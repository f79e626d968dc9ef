package dev.photobridge.adapter.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Holds responses against the contract: status, headers, body. A field that the contract does not
/// have is wrong, too: clients ignore those, but this server has none to send.
public final class ContractCheck {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(contract()).build();

  private ContractCheck() {}

  /// Fails when the contract has no such response to this operation.
  public static void response(String method, String path, RawResponse response) {
    response(method, path, response.status(), response.headers(), response.body());
  }

  /// Fails when the contract has no such response to this operation.
  public static void response(
      String method, String path, int status, Map<String, List<String>> headers, byte[] body) {
    var builder = SimpleResponse.Builder.status(status);
    headers.forEach(builder::withHeader);
    String withoutQuery = path.split("\\?", 2)[0];
    ValidationReport report =
        VALIDATOR.validateResponse(
            withoutQuery, Request.Method.valueOf(method), builder.withBody(body).build());
    assertThat(report.getMessages())
        .as("%s %s: %s %s", method, path, status, new String(body, StandardCharsets.UTF_8))
        .isEmpty();
  }

  private static String contract() {
    try (InputStream in = ContractCheck.class.getResourceAsStream("/photobridge.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
