package dev.photobridge.adapter.http.page.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.settings.SettingsHandler;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ProviderKeyView.Source;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPageTest {
  private static final String KEY = "a-key-of-the-test-9z8y";

  private final FakeInstallation installation = new FakeInstallation();
  private final SettingsHandler handler = installation.handler();
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(new FakePageSession(), handler),
          new SettingsPage(handler, URI.create("http://localhost:8080")),
          new SyncTimeoutForm(handler));
  private final PageClient serg = PageClient.signedIn(server);

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void showsWhatIsSet() throws Exception {
    installation.cap = new Cost(25_500_000);

    String page = words(serg.get("/settings"));

    assertThat(page)
        .contains("Gemini Из конфигурации ••••1a2b", "Turbotext Ключа нет")
        .contains("214 файлов, 1,3 ГБ", "Изменений ещё не было", "только на этом компьютере");
    assertThat(serg.get("/settings").body()).contains("value=\"25.5\"", "http://localhost:8080");
  }

  @Test
  void speaksEnglish() throws Exception {
    assertThat(words(serg.with("Accept-Language", "en").get("/settings")))
        .contains("Gemini From the configuration", "214 files, 1.3 GB");
  }

  @Test
  void aKeyThatWasTypedNeverComesBack() throws Exception {
    HttpResponse<String> saved =
        serg.byScript().post("/settings/keys/turbotext", Map.of("key", KEY));
    HttpResponse<String> unusable =
        serg.byScript().post("/settings/keys/turbotext", Map.of("key", KEY + "ё"));
    HttpResponse<String> plain = serg.post("/settings/keys/turbotext", Map.of("key", KEY + "ё"));

    assertThat(installation.keysSet).containsEntry("turbotext", KEY);
    assertThat(words(saved)).contains("Turbotext Задан здесь ••••9z8y", "Сохранено");
    assertThat(unusable.statusCode()).isEqualTo(422);
    assertThat(unusable.body()).contains("aria-invalid=\"true\"");
    assertThat(plain.statusCode()).isEqualTo(422);
    assertThat(plain.body()).contains("<html", "aria-invalid=\"true\"");
    for (String html : new String[] {saved.body(), unusable.body(), plain.body()}) {
      assertThat(html).doesNotContain(KEY).contains("autocomplete=\"off\"");
    }
    assertThat(serg.get("/settings").body()).doesNotContain(KEY);
  }

  @Test
  void anEmptyKeyKeepsTheOldOne() throws Exception {
    HttpResponse<String> refused =
        serg.byScript().post("/settings/keys/gemini", Map.of("key", " "));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(words(refused)).contains("Введите ключ.");
    assertThat(installation.keysSet).isEmpty();
  }

  @Test
  void aLostKeyIsSaid() throws Exception {
    installation.keys.put(
        "gemini", FakeInstallation.key("gemini", "Gemini", new Source.None(), true));

    assertThat(words(serg.get("/settings"))).contains("Ключ потерян");
  }

  @Test
  void testsAKeyAndTellsTheProvidersOwnWords() throws Exception {
    HttpResponse<String> works = serg.byScript().post("/settings/keys/gemini/test", Map.of());
    installation.check =
        new ProviderCheck.Fails(
            JobFailure.of(FailureKind.KEY_REJECTED, "KEY_REJECTED", "API key <b>not</b> valid"));
    HttpResponse<String> fails = serg.byScript().post("/settings/keys/gemini/test", Map.of());

    assertThat(words(works)).contains("Ключ работает. за 0,3 с 3 models");
    assertThat(fails.body())
        .contains("message-err", "API key &lt;b&gt;not&lt;/b&gt; valid")
        .doesNotContain("<b>not");
  }

  @Test
  void asksBeforeAKeyIsRemoved() throws Exception {
    serg.post("/settings/keys/turbotext", Map.of("key", KEY));

    assertThat(words(serg.get("/settings/keys/turbotext/remove")))
        .contains("Удалить ключ? Turbotext ••••9z8y");
    assertThat(words(serg.byScript().post("/settings/keys/turbotext/remove", Map.of())))
        .contains("Turbotext Ключа нет");
    assertThat(serg.get("/settings/keys/nobody/remove").statusCode()).isEqualTo(404);
  }

  @Test
  void thePasswordIsChangedOnlyByThoseWhoKnowWhatFollows() throws Exception {
    HttpResponse<String> refused =
        serg.byScript()
            .post("/settings/password", Map.of("how", "set", "password", "long-enough-1"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(installation.password).isEqualTo("booths-send-this");

    HttpResponse<String> saved =
        serg.byScript()
            .post(
                "/settings/password",
                Map.of("how", "set", "password", "long-enough-1", "understood", "on"));
    assertThat(saved.body()).contains("value=\"long-enough-1\"");
    assertThat(installation.password).isEqualTo("long-enough-1");
  }

  @Test
  void theServerMakesAPasswordWhenAsked() throws Exception {
    HttpResponse<String> plain =
        serg.post("/settings/password", Map.of("how", "generate", "understood", "on"));

    assertThat(plain.statusCode()).isEqualTo(303);
    assertThat(serg.get("/settings").body()).contains("value=\"made-by-the-server\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "", "ёёёёёёёёё"})
  void refusesAPasswordThatBoothsCannotSend(String typed) throws Exception {
    Map<String, String> form = Map.of("how", "set", "password", typed, "understood", "on");

    assertThat(serg.byScript().post("/settings/password", form).statusCode()).isEqualTo(422);
    assertThat(serg.post("/settings/password", form).body()).contains("aria-invalid=\"true\"");
    assertThat(installation.password).isEqualTo("booths-send-this");
  }

  @Test
  void savesTheCapOfADayAndTakesItAway() throws Exception {
    serg.post("/settings/cost-cap", Map.of("per_day_usd", "12,5"));
    assertThat(installation.cap).isEqualTo(new Cost(12_500_000));

    HttpResponse<String> none =
        serg.byScript().post("/settings/cost-cap", Map.of("per_day_usd", ""));
    assertThat(installation.cap).isNull();
    assertThat(words(none)).contains("Сохранено");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100001", "much"})
  void refusesACapThatIsNone(String typed) throws Exception {
    HttpResponse<String> refused =
        serg.byScript().post("/settings/cost-cap", Map.of("per_day_usd", typed));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"" + typed + "\"", "aria-invalid=\"true\"");
    assertThat(installation.cap).isNull();
  }

  @Test
  void asksBeforeTheCacheIsClearedAndTellsWhatWent() throws Exception {
    assertThat(words(serg.byScript().get("/settings/media-cache/clear")))
        .contains("214 файлов, 1,3 ГБ", "поздние результаты", "Шаблоны слотов");
    assertThat(words(serg.byScript().post("/settings/media-cache/clear", Map.of())))
        .contains("Обработанных снимков нет", "Удалено: 214 файлов, 1,3 ГБ");
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeHasItsWords(AuditedAction action) throws Exception {
    installation.noted(action, "slot-003");

    assertThat(serg.get("/settings").body())
        .contains("<strong>igor</strong> — ", "href=\"/slots/slot-003\"");
  }

  @Test
  void theListOfChangesHasPages() throws Exception {
    for (int i = 0; i < 11; i++) {
      installation.noted(AuditedAction.COST_CAP_CHANGED, null);
    }

    assertThat(serg.get("/settings").body()).contains("/settings?audit=2#audit");
    assertThat(serg.byScript().get("/settings?audit=2").body())
        .contains("/settings?audit=1#audit")
        .doesNotContain("<html", "audit=3");
  }

  @Test
  void isForOperatorsOnly() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      assertThat(visitor.get("/settings").statusCode()).isEqualTo(303);
    }
    assertThat(serg.postBare("/settings/media-cache/clear", "").statusCode()).isEqualTo(403);
    assertThat(installation.cache.files()).isEqualTo(214);
  }

  private static String words(HttpResponse<String> page) {
    return page.body()
        .replaceAll("(?s)<[^>]*>", " ")
        .replace('\u00A0', ' ')
        .replaceAll("\\s+", " ");
  }
}
