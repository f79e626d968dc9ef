package dev.photobridge.adapter.http.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ChangeIngestPasswordOutcome;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.ReadSettingsUseCase.Settings;
import dev.photobridge.application.port.in.SetProviderKeyOutcome;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsHandlerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final AccountName IGOR = new AccountName("igor");

  private final FakeSettings useCases = new FakeSettings();
  private Settings settings =
      new Settings(
          "booths-send-this",
          false,
          Duration.ofSeconds(50),
          Optional.of(new Cost(25_500_000)),
          List.of(),
          new PhotoSum(0, 0, null));
  private Page<AuditEntry> audit = new Page<>(List.of(), 1, 10, 0);
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new SettingsHandler(
                  () -> settings,
                  useCases,
                  useCases,
                  useCases,
                  operator -> {
                    useCases.asked.add(operator + " clear");
                    return new PhotoSum(7, 7_000_000_000L, NOON);
                  },
                  (page, size) -> {
                    useCases.asked.add("audit " + page + " " + size);
                    return audit;
                  },
                  new ErrorMessages())));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsWhatIsSet() throws IOException {
    assertThat(call("GET", "/api/settings").json())
        .hasToString(
            "{\"ingest_password\":\"booths-send-this\",\"sync_timeout_sec\":50,"
                + "\"cost_cap_per_day_usd\":25.5,\"keys\":[],"
                + "\"media_cache\":{\"files\":0,\"bytes\":0}}");
  }

  @Test
  void showsWhereKeysComeFromAndWhatIsLost() throws IOException {
    settings =
        new Settings(
            "first",
            true,
            Duration.ofSeconds(1),
            Optional.empty(),
            List.of(
                key("gemini", new ProviderKeyView.Source.Settings("••••1a2b", NOON), false),
                key("turbotext", new ProviderKeyView.Source.Configuration("••••"), true),
                key("deepseek", new ProviderKeyView.Source.None(), false)),
            new PhotoSum(2, 3_000, NOON));

    assertThat(call("GET", "/api/settings").json())
        .hasToString(
            "{\"ingest_password\":\"first\",\"ingest_password_lost\":true,\"sync_timeout_sec\":1,"
                + "\"cost_cap_per_day_usd\":null,\"keys\":[{\"provider_id\":\"gemini\",\"name\":\"Title"
                + " of gemini\",\"source\":\"settings\","
                + "\"masked\":\"••••1a2b\",\"set_at\":\"2026-11-22T12:00:00Z\"},{\"provider_id\":\"turbotext\",\"name\":\"Title"
                + " of turbotext\","
                + "\"source\":\"configuration\",\"masked\":\"••••\",\"lost\":true},{\"provider_id\":\"deepseek\",\"name\":\"Title"
                + " of deepseek\",\"source\":\"none\"}],"
                + "\"media_cache\":{\"files\":2,\"bytes\":3000,"
                + "\"oldest_at\":\"2026-11-22T12:00:00Z\"}}");
  }

  @Test
  void changesThePasswordOrHasOneMade() throws IOException {
    useCases.passwordOutcome = new ChangeIngestPasswordOutcome.Changed("made-by-us");

    assertThat(put("/api/settings/ingest_password", "{}").json())
        .hasToString("{\"ingest_password\":\"made-by-us\"}");
    put("/api/settings/ingest_password", "{\"password\":null}");
    put("/api/settings/ingest_password", "{\"password\":\"chosen-by-me\"}");

    assertThat(useCases.asked)
        .containsExactly("serg password null", "serg password null", "serg password chosen-by-me");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ingest_password | {\"password\":\"sevench\"} | /password | too_short",
        "ingest_password | {\"password\":\"\"} | /password | too_short",
        "ingest_password | {\"password\":12345678} | /password | ",
        "sync_timeout | {\"sync_timeout_sec\":9} | /sync_timeout_sec | not_allowed",
        "sync_timeout | {\"sync_timeout_sec\":601} | /sync_timeout_sec | not_allowed",
        "sync_timeout | {\"sync_timeout_sec\":-1} | /sync_timeout_sec | not_allowed",
        "sync_timeout | {\"sync_timeout_sec\":10.5} | /sync_timeout_sec | ",
        "sync_timeout | {\"sync_timeout_sec\":null} | /sync_timeout_sec | missing",
        "sync_timeout | {} | /sync_timeout_sec | missing",
        "cost_cap | {\"per_day_usd\":-0.01} | /per_day_usd | not_allowed",
        "cost_cap | {\"per_day_usd\":100000.01} | /per_day_usd | not_allowed",
        "cost_cap | {\"per_day_usd\":\"many\"} | /per_day_usd | ",
        "cost_cap | {} | /per_day_usd | missing",
        "keys/gemini | {\"key\":\"  \"} | /key | empty",
        "keys/gemini | {\"key\":null} | /key | missing",
        "keys/gemini | {} | /key | missing",
      })
  void whatCannotBeMeantIsRefused(String setting, String body, String field, String reason)
      throws IOException {
    var details = put("/api/settings/" + setting, body).error("body_invalid");

    assertThat(details.path("field").asText()).isEqualTo(field);
    assertThat(details.path("reason").asText(null)).isEqualTo(reason);
    assertThat(useCases.asked).isEmpty();
  }

  @Test
  void secretsHaveABoundAndAreNeverQuoted() throws IOException {
    useCases.passwordOutcome = new ChangeIngestPasswordOutcome.Unusable();
    String password = "{\"password\":\"" + "p".repeat(101) + "\"}";
    String key = "{\"key\":\"" + "k".repeat(501) + "\"}";

    for (RawResponse refused :
        List.of(
            put("/api/settings/ingest_password", password),
            put("/api/settings/ingest_password", "{\"password\":\"пппппппппп\"}"),
            put("/api/settings/keys/gemini", key),
            put("/api/settings/keys/gemini", "{\"key\":\"kkkkk\\r\\nX-Evil: 1\"}"))) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().toString()).doesNotContain("ppppp", "ппппп", "kkkkk");
    }
    put("/api/settings/keys/gemini", "{\"key\":\" " + "k".repeat(500) + " \"}");
    assertThat(useCases.asked.getLast()).hasSize("serg key of gemini ".length() + 500);
  }

  @Test
  void whatNotEveryProgramSendsOnIsNamed() throws IOException {
    useCases.passwordOutcome = new ChangeIngestPasswordOutcome.Unusable();

    var password =
        put("/api/settings/ingest_password", "{\"password\":\"two words\"}").error("body_invalid");
    var key = put("/api/settings/keys/gemini", "{\"key\":\"ключ\"}").error("body_invalid");

    assertThat(password)
        .hasToString("{\"field\":\"/password\",\"reason\":\"unusable_characters\"}");
    assertThat(key).hasToString("{\"field\":\"/key\",\"reason\":\"unusable_characters\"}");
  }

  @Test
  void changesTimeAndCap() throws IOException {
    assertThat(put("/api/settings/sync_timeout", "{\"sync_timeout_sec\":35}").json())
        .hasToString("{\"sync_timeout_sec\":35}");
    assertThat(put("/api/settings/cost_cap", "{\"per_day_usd\":25.50}").json())
        .hasToString("{\"per_day_usd\":25.5}");
    assertThat(put("/api/settings/cost_cap", "{\"per_day_usd\":100000}").json())
        .hasToString("{\"per_day_usd\":100000}");
    assertThat(put("/api/settings/cost_cap", "{\"per_day_usd\":null}").json())
        .hasToString("{\"per_day_usd\":null}");

    assertThat(useCases.asked)
        .containsExactly(
            "serg timeout PT35S", "serg cap 25500000", "serg cap 100000000000", "serg cap none");
  }

  @Test
  void setsAndRemovesKeys() throws IOException {
    var view = key("gemini", new ProviderKeyView.Source.Settings("••••1a2b", NOON), false);
    useCases.keyOutcome = new SetProviderKeyOutcome.Saved(view);
    useCases.keyLeft =
        Optional.of(key("gemini", new ProviderKeyView.Source.Configuration("••••"), false));

    assertThat(put("/api/settings/keys/gemini", "{\"key\":\"secret\"}").json().at("/masked"))
        .hasToString("\"••••1a2b\"");
    assertThat(call("DELETE", "/api/settings/keys/gemini").json().at("/source"))
        .hasToString("\"configuration\"");

    assertThat(useCases.asked)
        .containsExactly("serg key of gemini secret", "serg no key of gemini");
  }

  @Test
  void aProviderWithoutKeyIsNotFound() throws IOException {
    useCases.keyOutcome = new SetProviderKeyOutcome.ProviderUnknown();

    for (RawResponse response :
        List.of(
            put("/api/settings/keys/local", "{\"key\":\"secret\"}"),
            call("DELETE", "/api/settings/keys/local"),
            call("POST", "/api/settings/keys/local/test"))) {
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.error("provider_not_found")).hasToString("{\"field\":\"provider_id\"}");
    }
  }

  @Test
  void saysWhatCameOfTestingAKey() throws IOException {
    assertThat(call("POST", "/api/settings/keys/gemini/test").json())
        .hasToString("{\"outcome\":\"no_key\",\"took_ms\":340}");
    useCases.check = new ProviderCheck.Works("the key may use the model m");
    assertThat(call("POST", "/api/settings/keys/gemini/test").json())
        .hasToString(
            "{\"outcome\":\"works\",\"detail\":\"the key may use the model m\",\"took_ms\":340}");
    useCases.check =
        new ProviderCheck.Fails(
            JobFailure.of(FailureKind.KEY_REJECTED, "API_KEY_INVALID", "not a key of ours"));
    var failed = call("POST", "/api/settings/keys/gemini/test").json();
    assertThat(failed.at("/outcome").asText()).isEqualTo("fails");
    assertThat(failed.at("/failure/code").asText()).isEqualTo("provider_key_rejected");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("API_KEY_INVALID");
    assertThat(failed.at("/failure/detail").asText()).isEqualTo("not a key of ours");
  }

  @Test
  void clearsTheMediaCache() throws IOException {
    assertThat(call("DELETE", "/api/settings/media_cache").json())
        .hasToString("{\"files\":7,\"bytes\":7000000000}");
    assertThat(useCases.asked).containsExactly("serg clear");
  }

  @Test
  void listsWhoChangedWhat() throws IOException {
    audit =
        new Page<>(
            List.of(
                AuditEntry.of(IGOR, AuditedAction.PROVIDER_KEY_SET, "gemini", NOON),
                AuditEntry.of(IGOR, AuditedAction.COST_CAP_CHANGED, NOON)),
            2,
            5,
            7);

    assertThat(call("GET", "/api/settings/audit?page=2&page_size=5").json())
        .hasToString(
            "{\"data\":[{\"at\":\"2026-11-22T12:00:00Z\",\"account\":\"igor\","
                + "\"action\":\"provider_key_set\",\"subject\":\"gemini\"},"
                + "{\"at\":\"2026-11-22T12:00:00Z\",\"account\":\"igor\","
                + "\"action\":\"cost_cap_changed\"}],"
                + "\"meta\":{\"page\":2,\"page_size\":5,\"total\":7}}");
    call("GET", "/api/settings/audit");
    assertThat(useCases.asked).containsExactly("audit 2 5", "audit 1 10");
    assertThat(call("GET", "/api/settings/audit?page_size=51").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource
  void everyActionHasItsWord(AuditedAction action) throws IOException {
    audit = new Page<>(List.of(AuditEntry.of(IGOR, action, NOON)), 1, 10, 1);

    assertThat(call("GET", "/api/settings/audit").json().at("/data/0/action").asText())
        .isEqualTo(action.name().toLowerCase(Locale.ROOT));
  }

  private static ProviderKeyView key(String id, ProviderKeyView.Source source, boolean lost) {
    return new ProviderKeyView(new ProviderId(id), "Title of " + id, source, lost);
  }

  private RawResponse call(String method, String path) throws IOException {
    try (RawClient client = server.connect()) {
      return client.request(method, path, "Authorization: " + TestServer.SERGS_TOKEN);
    }
  }

  private RawResponse put(String path, String body) throws IOException {
    try (RawClient client = server.connect()) {
      return client.json("PUT", path, body, "Authorization: " + TestServer.SERGS_TOKEN);
    }
  }
}
