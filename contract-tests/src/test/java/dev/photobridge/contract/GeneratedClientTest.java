package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import dev.photobridge.client.ApiClient;
import dev.photobridge.client.ApiException;
import dev.photobridge.client.api.IngestApi;
import dev.photobridge.client.api.JobImagesApi;
import dev.photobridge.client.api.JobsApi;
import dev.photobridge.client.api.ProvidersApi;
import dev.photobridge.client.api.SessionApi;
import dev.photobridge.client.api.SlotsApi;
import dev.photobridge.client.api.StatisticsApi;
import dev.photobridge.client.model.JobDto;
import dev.photobridge.client.model.JobStateDto;
import dev.photobridge.client.model.LoginRequestDto;
import dev.photobridge.client.model.SlotDto;
import dev.photobridge.client.model.SlotUpdateDto;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody gets who has a client generated from the contract and knows nothing else.
class GeneratedClientTest {
  private static final String SLOT = "slot-005";

  @TempDir static Path folder;

  @Test
  void aGeneratedClientSetsASlotUpSendsAPhotoAndFindsItsJob() throws Exception {
    Path photo = Files.write(folder.resolve("photo.jpg"), Photos.recorded());
    try (RunningServer server = RunningServer.start(folder.resolve("data"), Map.of())) {
      ApiClient client = new ApiClient();
      client.updateBaseUri(server.uri("").toString());
      signIn(client, server);

      assertThat(new ProvidersApi(client).listProviders().getProviders())
          .anySatisfy(provider -> assertThat(provider.getId()).isEqualTo("local"));
      SlotDto slot = setUp(client);
      assertThat(slot.getIsConfigured()).isTrue();
      assertThat(slot.getSettingsJson()).containsEntry("effect", "sepia");

      File processed = send(client, photo, server.ingestPassword());
      assertThat(ImageIO.read(processed).getWidth()).isEqualTo(900);

      JobDto job =
          new JobsApi(client)
              .listJobs(1, 10, JobStateDto.SUCCEEDED, SLOT, null, null, null, null)
              .getData()
              .getFirst();
      assertThat(job.getFields()).containsEntry("name", "BOOTH-1");
      assertThat(new JobImagesApi(client).getJobResult(job.getId(), null, null, null, null))
          .hasSameBinaryContentAs(processed);
      assertThat(
              new StatisticsApi(client)
                  .getSlotStatistics(SLOT, null, null, null, null)
                  .getMetrics()
                  .getFirst()
                  .getSuccess())
          .isEqualTo(1);
    }
  }

  @Test
  void refusalsComeWithTheirCode() {
    try (RunningServer server = RunningServer.start(folder.resolve("refusing"), Map.of())) {
      ApiClient client = new ApiClient();
      client.updateBaseUri(server.uri("").toString());

      assertThatThrownBy(() -> new SlotsApi(client).getSlot(SLOT))
          .isInstanceOfSatisfying(
              ApiException.class,
              refusal -> {
                assertThat(refusal.getCode()).isEqualTo(401);
                assertThat(refusal.getResponseBody()).contains("token_missing");
              });
    }
  }

  private static void signIn(ApiClient client, RunningServer server) throws ApiException {
    var account = server.server().credentials().passwords().entrySet().iterator().next();
    String token =
        new SessionApi(client)
            .login(
                new LoginRequestDto()
                    .username(account.getKey().value())
                    .password(account.getValue()))
            .getAccessToken();
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
  }

  private static SlotDto setUp(ApiClient client) throws ApiException {
    var slots = new SlotsApi(client);
    slots.updateSlot(
        SLOT,
        new SlotUpdateDto()
            .name("Сепия")
            .providerId("local")
            .operationId("change_image")
            .putSettingsJsonItem("effect", "sepia"),
        "\"" + slots.getSlot(SLOT).getVersion() + "\"");
    return slots.getSlot(SLOT);
  }

  private static File send(ApiClient client, Path photo, String password) throws ApiException {
    return new IngestApi(client)
        .ingestPhoto(
            SLOT,
            photo.toFile(),
            password,
            "1758217512",
            "Acer",
            "1",
            "setup.xml",
            "preview.jpg",
            "hash",
            "BOOTH-1",
            "Windows",
            "3.30.2");
  }
}
