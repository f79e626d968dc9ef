package dev.photobridge.adapter.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.model.LivenessDto;
import dev.photobridge.openapi.model.ReadinessDto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Requests that wait do not keep others from being answered.
class ManyRequestsTest extends IngestTest {
  private static final int WAITING = 400;
  private static final int STALLED = 40;

  @Override
  TestServer server() {
    return TestServer.start(TestHandlers.of(handler(), new Alive()));
  }

  @Test
  void answersHealthChecksWhileHundredsOfBoothsWait() throws Exception {
    var allWait = new CountDownLatch(WAITING);
    var finish = new CountDownLatch(1);
    ingest.processing =
        _ -> {
          allWait.countDown();
          finish.await();
          return FakeIngest.processed("processed");
        };
    List<RawClient> booths = new ArrayList<>();
    try {
      for (int i = 0; i < WAITING; i++) {
        booths.add(server.connect().send(head(LINK, goodForm().length)).send(goodForm()));
      }
      assertThat(allWait.await(60, TimeUnit.SECONDS)).isTrue();
      isAlive();
      finish.countDown();
      for (RawClient booth : booths) {
        RawResponse response = booth.readUnchecked();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("processed");
      }
    } finally {
      finish.countDown();
      for (RawClient booth : booths) {
        booth.close();
      }
    }
  }

  @Test
  void answersOthersWhileABoothReadsSlowly() throws IOException {
    String large = "photo".repeat(2_000_000);
    ingest.processing = _ -> FakeIngest.processed(large);
    try (RawClient slow = server.connect()) {
      slow.send(head(LINK, goodForm().length)).send(goodForm());
      slow.awaitAnswer();
      isAlive();
      assertThat(slow.readUnchecked().text()).isEqualTo(large);
    }
  }

  @Test
  void takesAPhotoWhileOthersStall() throws IOException {
    ingest.processing = _ -> FakeIngest.processed("processed");
    byte[] half = Arrays.copyOf(goodForm(), goodForm().length / 2);
    List<RawClient> stalled = new ArrayList<>();
    try (RawClient booth = server.connect()) {
      for (int i = 0; i < STALLED; i++) {
        stalled.add(server.connect().send(head(LINK, goodForm().length)).send(half));
      }
      isAlive();
      booth.send(head(LINK, goodForm().length)).send(goodForm());
      assertThat(booth.readUnchecked().status()).isEqualTo(200);
    } finally {
      for (RawClient client : stalled) {
        client.close();
      }
    }
  }

  @Test
  void livesOnWhenABoothLeavesWhileItWaits() throws Exception {
    var waits = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    ingest.processing =
        _ -> {
          waits.countDown();
          finish.await();
          done.countDown();
          return FakeIngest.processed("processed");
        };
    try (RawClient booth = server.connect()) {
      booth.send(head(LINK, goodForm().length)).send(goodForm());
      assertThat(waits.await(60, TimeUnit.SECONDS)).isTrue();
    }
    finish.countDown();
    assertThat(done.await(60, TimeUnit.SECONDS)).as("the wait was not disturbed").isTrue();
    isAlive();
  }

  private void isAlive() throws IOException {
    try (RawClient monitor = server.connect()) {
      assertThat(monitor.request("GET", "/health/live").status()).isEqualTo(200);
    }
  }

  private static final class Alive implements HealthApi<ApiCall> {
    @Override
    public LivenessDto getLiveness(ApiCall call) {
      return new LivenessDto(LivenessDto.StatusEnum.LIVE);
    }

    @Override
    public ReadinessDto getReadiness(ApiCall call) {
      throw new UnsupportedOperationException();
    }
  }
}
