package dev.photobridge.adapter.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.ListJobsUseCase;
import dev.photobridge.application.port.in.OpenJobImageUseCase.SourceOutcome;
import dev.photobridge.application.port.in.OpenJobImageUseCase.ThumbnailOutcome;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.testing.BytesFile;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.testing.JobFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobImagesHandlerTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final Instant NOW = JobFixtures.RECEIVED_AT;
  private static final JobId JOB = JobFixtures.aJobId(1);
  private static final int SIZE = 5000;

  private final byte[] bytes = bytes();
  private final FakeJobImages images = new FakeJobImages();
  private JobResultOutcome result = new JobResultOutcome.JobUnknown();

  private final TestServer server =
      TestServer.start(TestHandlers.of(new JobImagesHandler(new Results(), images)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aResultIsShownOrSaved() throws IOException {
    result = new JobResultOutcome.Opened(photo(MediaKind.RESULT));

    assertThat(get("result").header("Content-Disposition"))
        .contains("inline; filename=\"photobridge-" + JOB + ".jpg\"");
    assertThat(get("result?download=true").header("Content-Disposition"))
        .contains("attachment; filename=\"photobridge-" + JOB + ".jpg\"");
    assertThat(get("result?download=maybe").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"result", "source"})
  void aPhotoCanBeHadInParts(String what) throws IOException {
    result = new JobResultOutcome.Opened(photo(MediaKind.RESULT));
    images.source(new SourceOutcome.Opened(photo(MediaKind.SOURCE)));

    RawResponse part = get(what, "Range: bytes=-10");

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, SIZE - 10, SIZE));
    assertThat(get(what, "Range: bytes=5000-").status()).isEqualTo(416);
  }

  @ParameterizedTest
  @ValueSource(strings = {"result", "source", "thumbnail"})
  void aPhotoThatTheClientHasIsNotSent(String what) throws IOException {
    result = new JobResultOutcome.Opened(photo(MediaKind.RESULT));
    images.source(new SourceOutcome.Opened(photo(MediaKind.SOURCE)));
    images.thumbnail(new ThumbnailOutcome.Opened(photo(MediaKind.THUMBNAIL)));

    String tag = get(what).header("ETag").orElseThrow();

    assertThat(get(what, "If-None-Match: " + tag).status()).isEqualTo(304);
  }

  @Test
  void nobodyKeepsAGuestsPhoto() throws IOException {
    images.source(new SourceOutcome.Opened(photo(MediaKind.SOURCE)));

    RawResponse response = get("source");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.header("Content-Security-Policy").orElse("")).contains("sandbox");
  }

  @Test
  void aSourceThatIsGoneIsNotFound() throws IOException {
    get("source").error("job_not_found");
    images.source(new SourceOutcome.Deleted());

    RawResponse response = get("source");

    assertThat(response.status()).isEqualTo(404);
    response.error("source_not_found");
  }

  @Test
  void showsAResultInSmall() throws IOException {
    images.thumbnail(new ThumbnailOutcome.Opened(photo(MediaKind.THUMBNAIL)));

    RawResponse response = get("thumbnail");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(response.header("Cache-Control")).contains("private, no-cache");
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(
            new ThumbnailOutcome.NoResult(new JobResultOutcome.NotFinished()), "not_finished"),
        Arguments.of(new ThumbnailOutcome.NoResult(new JobResultOutcome.NoPhoto()), "failed"),
        Arguments.of(new ThumbnailOutcome.NoResult(new JobResultOutcome.Deleted()), "deleted"),
        Arguments.of(new ThumbnailOutcome.NotDrawable(), "no_thumbnail"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void saysWhyThereIsNothingToShow(ThumbnailOutcome outcome, String reason) throws IOException {
    images.thumbnail(outcome);

    RawResponse response = get("thumbnail");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.error("result_not_found").get("reason").asText()).isEqualTo(reason);
  }

  @Test
  void anUnknownJobHasNoThumbnail() throws IOException {
    images.thumbnail(new ThumbnailOutcome.NoResult(new JobResultOutcome.JobUnknown()));

    assertThat(get("thumbnail").status()).isEqualTo(404);
    get("thumbnail").error("job_not_found");
  }

  private OpenedMedia photo(MediaKind kind) {
    var object =
        new MediaObject(
            PhotoFixtures.aMediaId(9),
            kind,
            PhotoFixtures.aPhoto().withFileSize(SIZE).build(),
            NOW,
            NOW.plusSeconds(60));
    return new OpenedMedia(object, new BytesFile(bytes));
  }

  private RawResponse get(String what, String... headers) throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add(SERG);
    try (RawClient client = server.connect()) {
      return client.request("GET", "/api/jobs/" + JOB + "/" + what, all.toArray(String[]::new));
    }
  }

  private static byte[] bytes() {
    var bytes = new byte[SIZE];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private final class Results implements ListJobsUseCase {
    @Override
    public Page<JobView> list(JobRepository.Filter filter, int page, int pageSize) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<JobView> find(AccountName account, JobId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public JobResultOutcome result(AccountName account, JobId id) {
      return result;
    }
  }
}
