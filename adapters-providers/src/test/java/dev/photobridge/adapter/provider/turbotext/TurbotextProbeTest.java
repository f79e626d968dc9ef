package dev.photobridge.adapter.provider.turbotext;

import static dev.photobridge.adapter.provider.turbotext.FakeTurbotext.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.job.FailureKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurbotextProbeTest {
  @TempDir private Path folder;
  private TurbotextFixture turbotext;

  @BeforeEach
  void start() throws Exception {
    turbotext = new TurbotextFixture(folder);
    turbotext.fake().creates(json("{'success':true,'queueid':5}"));
  }

  @AfterEach
  void stop() {
    turbotext.fake().assertRequestsFollowTheContract();
    turbotext.close();
  }

  private ProviderCheck check(Optional<String> key, TurbotextProbe.Waiting waiting)
      throws InterruptedException {
    return turbotext.probe(key, waiting).check(Duration.ofSeconds(20));
  }

  private ProviderCheck check() throws InterruptedException {
    return check(Optional.of(FakeTurbotext.KEY), _ -> {});
  }

  private String works() throws InterruptedException {
    ProviderCheck check = check();
    assertThat(check).isInstanceOf(ProviderCheck.Works.class);
    return ((ProviderCheck.Works) check).detail();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'success':true,'data':[{'name':'mix_images','description':'x'},{'name':'swap_things'}]}",
        "{'success':true,'data':{'mix_images':'Микс-фото','swap_things':'Замена объекта'}}",
        "{'success':true,'data':['mix_images','swap_things']}",
      })
  void aKeyThatWorksTellsItsMethods(String list) throws Exception {
    turbotext.fake().results(json(list));

    assertThat(works()).isEqualTo("the key works for the methods mix_images, swap_things");
  }

  @Test
  void aListOfAnotherFormIsShownAsItIs() throws Exception {
    turbotext.fake().results(json("{'success':true,'methods':'mix_images'}"));

    assertThat(works()).contains("{\"success\":true,\"methods\":\"mix_images\"}");
  }

  @Test
  void theListIsWaitedFor() throws Exception {
    turbotext.fake().results(json("{'action':'reconnect'}"));

    ProviderCheck check =
        check(
            Optional.of(FakeTurbotext.KEY),
            _ -> turbotext.fake().results(json("{'data':['mix_images']}")));

    assertThat(((ProviderCheck.Works) check).detail()).contains("mix_images");
    assertThat(turbotext.fake().count("get_result")).isEqualTo(2);
  }

  @Test
  void aListThatDoesNotComeIsNoReasonToCallTheKeyBad() throws Exception {
    turbotext.fake().results(json("{'action':'reconnect'}"));
    var probe = turbotext.probe(Optional.of(FakeTurbotext.KEY), _ -> {});

    assertThat(probe.check(Duration.ofMillis(2_100))).isInstanceOf(ProviderCheck.Works.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401,{},KEY_REJECTED",
    "404,{},REQUEST_REJECTED",
    "200,<html>,UNUSABLE_ANSWER",
    "200,{},UNUSABLE_ANSWER",
    "500,{},UNAVAILABLE"
  })
  void whatDoesNotWorkIsSaid(int status, String body, FailureKind kind) throws Exception {
    turbotext.fake().creates(json(body).withStatus(status));

    ProviderCheck check = check();

    assertThat(check).isInstanceOf(ProviderCheck.Fails.class);
    assertThat(((ProviderCheck.Fails) check).failure().kind()).isEqualTo(kind);
  }

  @Test
  void withoutAKeyNothingIsAsked() throws Exception {
    assertThat(check(Optional.empty(), _ -> {})).isInstanceOf(ProviderCheck.NoKey.class);
    assertThat(turbotext.fake().posts()).isEmpty();
  }
}
