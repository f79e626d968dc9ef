package dev.photobridge.adapter.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.session.OperatorTokens;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// Every operation of the contract against every kind of token.
class AccessTest {
  private static final String SECRET = "a secret of tests, long enough for a token";
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final AtomicReference<Instant> CLOCK = new AtomicReference<>(NOW);
  private static final InstantSource TIME = CLOCK::get;
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static TestServer server;
  private static OperatorTokens tokens;

  private record Operation(String method, String path, boolean isPublic) {}

  @BeforeAll
  static void start() {
    tokens = new OperatorTokens(SECRET, SlotFixtures.ACCOUNTS, TIME);
    server = TestServer.start(TestHandlers.of(), tokens, Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> closesEveryProtectedOperationToBadTokens() throws IOException {
    Map<String, String> bad = badTokens();
    return operations().stream()
        .filter(operation -> !operation.isPublic())
        .flatMap(
            operation ->
                bad.entrySet().stream()
                    .map(
                        token ->
                            DynamicTest.dynamicTest(
                                operation + " with '" + token.getKey() + "'",
                                () -> isRefused(operation, token.getKey(), token.getValue()))));
  }

  @Test
  void knowsTheOperationsThatNeedNoToken() throws IOException {
    assertThat(operations().stream().filter(Operation::isPublic).map(Operation::path))
        .containsExactlyInAnyOrder(
            "/ingest/x",
            "/ingest/x/x",
            "/webhooks/x/x",
            "/health/live",
            "/health/ready",
            "/api/login",
            "/public/media/x",
            "/openapi.yaml");
  }

  private static void isRefused(Operation operation, String token, String code) throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response =
          token.isEmpty()
              ? client.request(operation.method(), operation.path())
              : client.request(operation.method(), operation.path(), "Authorization: " + token);
      assertThat(response.status()).isEqualTo(401);
      response.error(code);
      assertThat(response.header("WWW-Authenticate")).contains("Bearer");
    }
  }

  /// Tokens and the code of their refusal.
  private static Map<String, String> badTokens() {
    String good = tokens.issue(SlotFixtures.SERG).value();
    CLOCK.set(NOW.minus(Duration.ofHours(2)));
    String old = tokens.issue(SlotFixtures.SERG).value();
    CLOCK.set(NOW);
    String other =
        new OperatorTokens("another secret of tests, long enough, too", SlotFixtures.ACCOUNTS, TIME)
            .issue(SlotFixtures.SERG)
            .value();
    String claims = good.split("\\.", -1)[1];
    String none = "{\"alg\":\"none\",\"typ\":\"at+jwt\"}";
    String unsigned =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(none.getBytes(StandardCharsets.UTF_8))
            + "."
            + claims
            + ".";
    return Map.of(
        "",
        "token_missing",
        "Basic c2VyZzpzZXJn",
        "token_missing",
        "Bearer nonsense",
        "token_invalid",
        "Bearer " + other,
        "token_invalid",
        "Bearer " + unsigned,
        "token_invalid",
        "Bearer " + good + "x",
        "token_invalid",
        "Bearer " + "x".repeat(10_000),
        "token_invalid",
        "Bearer " + old,
        "token_expired");
  }

  private static List<Operation> operations() throws IOException {
    try (InputStream in = AccessTest.class.getResourceAsStream("/photobridge.yaml")) {
      Map<String, Object> contract = new Yaml().load(in);
      List<Operation> operations = new ArrayList<>();
      mapOf(contract.get("paths"))
          .forEach(
              (path, methods) ->
                  mapOf(methods)
                      .forEach(
                          (method, operation) -> {
                            if (METHODS.contains(method)) {
                              boolean isPublic = mapOf(operation).containsKey("security");
                              operations.add(operation(method, path, isPublic));
                            }
                          }));
      return operations;
    }
  }

  private static Operation operation(String method, String path, boolean isPublic) {
    return new Operation(
        method.toUpperCase(Locale.ROOT), path.replaceAll("\\{\\w+}", "x"), isPublic);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapOf(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }
}
