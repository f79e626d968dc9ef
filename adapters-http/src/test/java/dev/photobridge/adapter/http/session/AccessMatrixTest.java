package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RouteAccess;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.testing.SlotFixtures;
import dev.photobridge.openapi.api.ContractApi;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.api.IngestApi;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.api.MediaApi;
import dev.photobridge.openapi.api.PromptsApi;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.PublicMediaApi;
import dev.photobridge.openapi.api.SessionApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.api.WebhooksApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every operation of the contract with every kind of token. The handlers answer 403, which nobody
/// else does here: whoever gets it has come through.
class AccessMatrixTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String UUID = "/0a403f97-312f-4fc5-9f01-7de121c9a9d7";
  private static final String LOGIN = "{\"username\":\"serg\",\"password\":\"x\"}";
  private static final String PROMPT = "{\"task\":\"improve\",\"prompt\":\"x\"}";
  private static final String SLOT =
      "{\"name\":\"x\",\"provider_id\":\"p\",\"operation_id\":\"o\",\"settings_json\":{}}";

  /// An operation of the contract, who may call it, and how to call it.
  enum Row {
    INGEST_SHORT("POST", "/ingest/{slotId}", "/ingest/slot-001", RouteAccess.PUBLIC, ""),
    INGEST_LONG(
        "POST", "/ingest/{account}/{slotId}", "/ingest/igor/slot-001", RouteAccess.PUBLIC, ""),
    LIVE("GET", "/health/live", "/health/live", RouteAccess.PUBLIC, ""),
    READY("GET", "/health/ready", "/health/ready", RouteAccess.PUBLIC, ""),
    CONTRACT("GET", "/openapi.yaml", "/openapi.yaml", RouteAccess.PUBLIC, ""),
    PUBLIC_MEDIA("GET", "/public/media/{id}", "/public/media" + UUID, RouteAccess.PUBLIC, ""),
    WEBHOOK(
        "POST",
        "/webhooks/{job_id}/{signature}",
        "/webhooks" + UUID + "/signature",
        RouteAccess.PUBLIC,
        ""),
    SIGN_IN("POST", "/api/login", "/api/login", RouteAccess.PUBLIC, LOGIN),
    PROVIDERS("GET", "/api/providers", "/api/providers", RouteAccess.OPERATOR, ""),
    PROMPTS("POST", "/api/prompts/rewrite", "/api/prompts/rewrite", RouteAccess.OPERATOR, PROMPT),
    SLOTS("GET", "/api/slots", "/api/slots", RouteAccess.OPERATOR, ""),
    GET_SLOT("GET", "/api/slots/{slot_id}", "/api/slots/slot-001", RouteAccess.OPERATOR, ""),
    PUT_SLOT("PUT", "/api/slots/{slot_id}", "/api/slots/slot-001", RouteAccess.OPERATOR, SLOT),
    REGISTER("POST", "/api/media/register", "/api/media/register", RouteAccess.OPERATOR, ""),
    JOBS("GET", "/api/jobs", "/api/jobs", RouteAccess.OPERATOR, ""),
    GET_JOB("GET", "/api/jobs/{job_id}", "/api/jobs" + UUID, RouteAccess.OPERATOR, ""),
    GET_RESULT(
        "GET",
        "/api/jobs/{job_id}/result",
        "/api/jobs" + UUID + "/result",
        RouteAccess.OPERATOR,
        "");

    private final String method;
    private final String template;
    private final String path;
    private final RouteAccess access;
    private final String body;

    Row(String method, String template, String path, RouteAccess access, String body) {
      this.method = method;
      this.template = template;
      this.path = path;
      this.access = access;
      this.body = body;
    }
  }

  private final SettableClock clock = new SettableClock(NOW);
  private final OperatorTokens tokens = new OperatorTokens(SECRET, SlotFixtures.ACCOUNTS, clock);
  private final ConcurrentLinkedQueue<AccountName> operators = new ConcurrentLinkedQueue<>();
  private final TestServer server =
      TestServer.start(TestHandlers.of(everyHandler()), tokens, Duration.ofSeconds(30));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyOperationOfTheContractHasItsRow() throws IOException {
    assertThat(
            Stream.of(Row.values())
                .collect(
                    Collectors.toMap(row -> row.method + " " + row.template, row -> row.access)))
        .isEqualTo(contract());
  }

  @ParameterizedTest
  @EnumSource
  void nobodyComesThroughWithoutAGoodToken(Row row) throws IOException {
    for (Map.Entry<String, String> bad : badTokens().entrySet()) {
      RawResponse response = call(row, bad.getKey());
      if (row.access == RouteAccess.PUBLIC) {
        assertThat(response.status()).as("%s with %s", row, bad).isEqualTo(403);
      } else {
        assertThat(response.status()).as("%s with %s", row, bad).isEqualTo(401);
        response.error(bad.getValue());
        assertThat(response.text()).doesNotContain("slot-001");
      }
    }
    assertThat(operators).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOperatorComesThroughUnderHisOwnName(Row row) throws IOException {
    String igor = "Bearer " + tokens.issue(SlotFixtures.IGOR).value();

    RawResponse response = call(row, igor);

    assertThat(response.status()).isEqualTo(403);
    assertThat(operators)
        .containsExactlyElementsOf(
            row.access == RouteAccess.OPERATOR ? List.of(SlotFixtures.IGOR) : List.of());
  }

  /// Values of `Authorization`, each with the error code that it brings.
  private Map<String, String> badTokens() {
    String expired = "Bearer " + genuine().withExpiresAt(NOW.minusSeconds(1)).sign(right());
    var bad = new LinkedHashMap<String, String>();
    bad.put("", "token_missing");
    bad.put("Basic c2VyZzp4", "token_missing");
    bad.put("Bearer", "token_missing");
    bad.put(genuine().sign(right()), "token_missing");
    bad.put("Bearer nonsense", "token_invalid");
    bad.put("Bearer ingest-password", "token_invalid");
    bad.put("Bearer " + genuine().sign(Algorithm.none()), "token_invalid");
    bad.put("Bearer " + genuine().sign(Algorithm.HMAC256("x".repeat(32))), "token_invalid");
    bad.put("Bearer " + genuine().withAudience("pages").sign(right()), "token_invalid");
    bad.put("Bearer " + genuine().withSubject("eve").sign(right()), "token_invalid");
    bad.put("Bearer " + "a".repeat(10_000), "token_invalid");
    bad.put(expired, "token_expired");
    return bad;
  }

  private static JWTCreator.Builder genuine() {
    return JWT.create()
        .withHeader(Map.of("typ", "at+jwt"))
        .withIssuer("photobridge")
        .withAudience("photobridge-api")
        .withSubject("serg")
        .withExpiresAt(NOW.plusSeconds(60));
  }

  private static Algorithm right() {
    return Algorithm.HMAC256(SECRET);
  }

  private RawResponse call(Row row, String authorization) throws IOException {
    String head =
        row.method
            + " "
            + row.path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
            + "Content-Length: "
            + row.body.length()
            + "\r\n\r\n";
    try (RawClient client = server.connect()) {
      client.send(head + row.body);
      return row.access == RouteAccess.OPERATOR
          ? client.read(row.method, row.path)
          : client.readUnchecked();
    }
  }

  private Object everyHandler() {
    Class<?>[] apis = {
      ContractApi.class,
      HealthApi.class,
      IngestApi.class,
      JobsApi.class,
      MediaApi.class,
      PromptsApi.class,
      ProvidersApi.class,
      PublicMediaApi.class,
      SessionApi.class,
      SlotsApi.class,
      WebhooksApi.class
    };
    return Proxy.newProxyInstance(
        AccessMatrixTest.class.getClassLoader(),
        apis,
        (_, _, arguments) -> {
          note((ApiCall) arguments[0]);
          throw ErrorAnswer.of(ErrorCodeDto.FORBIDDEN).asException();
        });
  }

  private void note(ApiCall call) {
    try {
      operators.add(call.operator());
    } catch (IllegalStateException e) {
      // a public route has no operator
    }
  }

  private static Map<String, RouteAccess> contract() throws IOException {
    var found = new LinkedHashMap<String, RouteAccess>();
    parsed()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            found.put(
                                method + " " + path,
                                Objects.equals(operation.getSecurity(), List.of())
                                    ? RouteAccess.PUBLIC
                                    : RouteAccess.OPERATOR)));
    return found;
  }

  private static OpenAPI parsed() throws IOException {
    try (InputStream in = AccessMatrixTest.class.getResourceAsStream("/photobridge.yaml")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new OpenAPIV3Parser()
          .readContents(new String(bytes, StandardCharsets.UTF_8))
          .getOpenAPI();
    }
  }
}
