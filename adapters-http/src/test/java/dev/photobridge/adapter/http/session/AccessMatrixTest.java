package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.server.HttpHandlers;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.testing.SlotFixtures;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation of the contract with every kind of token. The handlers answer 403, which nobody
/// else does here: whoever gets it has come through.
class AccessMatrixTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ID = "0a403f97-312f-4fc5-9f01-7de121c9a9d7";
  private static final String LOGIN = "{\"username\":\"serg\",\"password\":\"x\"}";
  private static final String PROMPT = "{\"task\":\"improve\",\"prompt\":\"x\"}";
  private static final String SLOT =
      "{\"name\":\"x\",\"provider_id\":\"p\",\"operation_id\":\"o\",\"settings_json\":{}}";

  /// Who needs no token. Everything else is for operators.
  private static final Set<String> PUBLIC =
      Set.of(
          "POST /ingest/{slotId}",
          "POST /ingest/{account}/{slotId}",
          "GET /health/live",
          "GET /health/ready",
          "GET /metrics",
          "GET /openapi.yaml",
          "GET /public/media/{id}",
          "HEAD /public/media/{id}",
          "POST /webhooks/{job_id}/{signature}",
          "POST /api/login",
          "POST /api/session");

  /// Bodies that are well-formed, by the operations that need one.
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/login",
          LOGIN,
          "POST /api/session",
          LOGIN,
          "POST /api/prompts/rewrite",
          PROMPT,
          "PUT /api/slots/{slot_id}",
          SLOT,
          "POST /api/slots/{slot_id}/test",
          "{\"photo_media_id\":\"" + ID + "\"}",
          "POST /api/media/extend",
          "{\"id\":\"" + ID + "\"}",
          "PUT /api/settings/ingest_password",
          "{}",
          "PUT /api/settings/sync_timeout",
          "{\"sync_timeout_sec\":50}",
          "PUT /api/settings/cost_cap",
          "{\"per_day_usd\":null}",
          "PUT /api/settings/keys/{provider_id}",
          "{\"key\":\"x\"}");

  /// What stands for the parameters of paths.
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "{slotId}", "slot-001",
          "{slot_id}", "slot-001",
          "{account}", "igor",
          "{id}", ID,
          "{job_id}", ID,
          "{signature}", "signature",
          "{provider_id}", "gemini",
          "{version}", "5");

  /// An operation of the contract.
  record Row(String method, String template) {
    boolean isPublic() {
      return PUBLIC.contains(toString());
    }

    String path() {
      String path = template;
      for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
        path = path.replace(parameter.getKey(), parameter.getValue());
      }
      return path;
    }

    String body() {
      return BODIES.getOrDefault(toString(), "");
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  private final SettableClock clock = new SettableClock(NOW);
  private final OperatorTokens tokens = new OperatorTokens(SECRET, SlotFixtures.ACCOUNTS, clock);
  private final InMemorySignOut signOut = new InMemorySignOut();
  private final SessionCookie cookie = SessionCookie.at(URI.create("http://localhost"));
  private final OperatorAccess access = new SessionAccess(tokens, cookie, signOut);
  private final ConcurrentLinkedQueue<AccountName> operators = new ConcurrentLinkedQueue<>();
  private final TestServer server =
      TestServer.start(TestHandlers.of(everyHandler()), access, Duration.ofSeconds(30));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theContractOpensToEverybodyWhatIsMeantForEverybody() throws IOException {
    var open = new TreeSet<String>();
    operations()
        .forEach(
            (row, operation) -> {
              if (Objects.equals(operation.getSecurity(), List.of())) {
                open.add(row.toString());
              }
            });

    assertThat(open).isEqualTo(new TreeSet<>(PUBLIC));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nobodyComesThroughWithoutAGoodToken(Row row) throws IOException {
    for (Map.Entry<String, String> bad : badTokens().entrySet()) {
      RawResponse response = call(row, bad.getKey());
      if (row.isPublic()) {
        assertThat(response.status()).as("%s with %s", row, bad).isEqualTo(403);
      } else {
        assertThat(response.status()).as("%s with %s", row, bad).isEqualTo(401);
        response.error(bad.getValue());
        assertThat(response.header("WWW-Authenticate")).contains("Bearer");
        assertThat(response.text()).doesNotContain("slot-001");
      }
    }
    assertThat(operators).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anOperatorComesThroughUnderHisOwnName(Row row) throws IOException {
    String igor = "Bearer " + tokens.begin(SlotFixtures.IGOR).value();

    RawResponse response = call(row, igor);

    assertThat(response.status()).isEqualTo(403);
    assertThat(operators)
        .containsExactlyElementsOf(row.isPublic() ? List.of() : List.of(SlotFixtures.IGOR));
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
    bad.put("Bearer " + genuine().sign(right()) + "x", "token_invalid");
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
        .withClaim("sid", ID)
        .withClaim("auth_time", NOW.getEpochSecond())
        .withExpiresAt(NOW.plusSeconds(60));
  }

  private static Algorithm right() {
    return Algorithm.HMAC256(SECRET);
  }

  private RawResponse call(Row row, String authorization) throws IOException {
    String head =
        row.method()
            + " "
            + row.path()
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
            + "Content-Length: "
            + row.body().length()
            + "\r\n\r\n";
    try (RawClient client = server.connect()) {
      client.send(head + row.body());
      if (row.method().equals("HEAD")) {
        return client.readHead();
      }
      return row.isPublic() ? client.readUnchecked() : client.read(row.method(), row.path());
    }
  }

  /// A handler of every tag.
  private Object everyHandler() {
    Class<?>[] apis =
        Stream.of(HttpHandlers.class.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
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

  static Stream<Row> rows() throws IOException {
    return operations().keySet().stream();
  }

  private static Map<Row, Operation> operations() throws IOException {
    var found = new LinkedHashMap<Row, Operation>();
    parsed()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> found.put(new Row(method.name(), path), operation)));
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
