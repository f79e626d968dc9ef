package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3BucketProbeTest {
  @RegisterExtension static final S3Server SERVER = new S3Server();

  @Test
  void aBucketThatIsThereIsFine() {
    assertThat(problem(SERVER.newBucket())).isEmpty();
  }

  @Test
  void aMissingBucketIsNamed() {
    assertThat(problem(SERVER.settings("no-such-bucket")))
        .get()
        .asString()
        .contains("no-such-bucket", SERVER.endpoint().toString(), "does not exist")
        .doesNotContain("test-secret");
  }

  @Test
  void aStoreThatNeverAnswersIsNamed() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var settings =
          new S3Settings(
              Optional.of(URI.create("http://127.0.0.1:" + silent.getLocalPort())),
              "us-east-1",
              "photos",
              true,
              "test-key",
              "test-secret");

      assertThat(problem(settings)).get().asString().contains("can't be reached");
    }
  }

  private static Optional<String> problem(S3Settings settings) {
    try (var probe = new S3BucketProbe(settings)) {
      return probe.problem();
    }
  }
}
