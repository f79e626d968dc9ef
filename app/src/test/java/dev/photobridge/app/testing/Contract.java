package dev.photobridge.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;

/// Checks what the server answers against its contract. A field that the contract does not have is
/// wrong, too.
public final class Contract {
  private static final OpenApiInteractionValidator VALIDATOR =
      validator(Path.of("..", "openapi", "photobridge.yaml"));

  private Contract() {}

  private static OpenApiInteractionValidator validator(Path contract) {
    return OpenApiInteractionValidator.createForSpecificationUrl(
            contract.toAbsolutePath().normalize().toString())
        .build();
  }

  /// Fails where the response's status, headers or body are not those of the contract.
  public static void assertKeptBy(HttpResponse<byte[]> response) {
    var seen = SimpleResponse.Builder.status(response.statusCode());
    response.headers().map().forEach(seen::withHeader);
    seen.withBody(response.body());
    ValidationReport report =
        VALIDATOR.validateResponse(
            response.request().uri().getPath(), method(response.request().method()), seen.build());
    assertThat(report.getMessages())
        .as("%s %s: %d", response.request().method(), response.uri(), response.statusCode())
        .isEmpty();
  }

  private static Request.Method method(String name) {
    return Request.Method.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
