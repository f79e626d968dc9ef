package dev.photobridge.adapter.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Rejected;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What the booth is told about each outcome.
class IngestAnswerTest extends IngestTest {
  /// Says in full what these tests break.
  private final Logger faults =
      (Logger) LoggerFactory.getLogger("dev.photobridge.adapter.http.server");

  @BeforeEach
  void beQuietAboutFaults() {
    faults.setLevel(Level.OFF);
  }

  @AfterEach
  void beLoudAgain() {
    faults.setLevel(null);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, 422, provider_refused",
    "NO_IMAGE, 422, provider_refused",
    "UNAVAILABLE, 503, provider_unavailable",
    "CIRCUIT_OPEN, 503, provider_unavailable",
    "RATE_LIMITED, 503, provider_quota_exhausted",
    "QUOTA_EXHAUSTED, 503, provider_quota_exhausted",
    "COST_CAP_REACHED, 503, cost_cap_reached",
    "UNUSABLE_ANSWER, 502, provider_answer_unusable",
    "RESULT_LOST, 502, provider_answer_unusable",
    "KEY_REJECTED, 502, provider_key_rejected",
    "REQUEST_REJECTED, 502, provider_rejected_request",
    "PHOTO_UNUSABLE, 422, photo_unreadable",
    "SLOT_IMAGE_MISSING, 422, media_not_usable",
    "INTERRUPTED, 503, shutting_down",
    "INTERNAL, 500, internal_error"
  })
  void tellsTheReasonOfAFailureButNotItsDetail(FailureKind kind, int status, String code)
      throws IOException {
    var failure = JobFailure.of(kind, "IMAGE_SAFETY", "for operators only");
    RawResponse response = answerTo(new IngestPhotoOutcome.Failed(FakeIngest.JOB, failure));

    assertThat(response.status()).isEqualTo(status);
    JsonNode details = response.error(code);
    assertThat(details.at("/reason").asText()).isEqualTo("IMAGE_SAFETY");
    assertThat(details.at("/job_id").asText()).isEqualTo(FakeIngest.JOB.toString());
    assertThat(response.header("X-Photobridge-Job")).contains(FakeIngest.JOB.toString());
    assertThat(response.text()).doesNotContain("operators");
    assertThat(response.header("Retry-After").isPresent()).isEqualTo(status == 503);
    assertThat(response.header("X-Photobridge-Reply")).isEmpty();
  }

  @Test
  void tellsThatThereWasNoRoomForTheResult() throws IOException {
    var failure =
        JobFailure.of(FailureKind.INTERNAL, JobFailure.STORAGE_FULL, "for operators only");
    RawResponse response = answerTo(new IngestPhotoOutcome.Failed(FakeIngest.JOB, failure));

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.error("storage_full").at("/job_id").asText())
        .isEqualTo(FakeIngest.JOB.toString());
  }

  @Test
  void marksTheProcessedPhoto() throws IOException {
    RawResponse response = answerTo(FakeIngest.processed("processed photo"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("X-Photobridge-Reply")).contains("processed");
    assertThat(response.header("X-Photobridge-Failure")).isEmpty();
  }

  @Test
  void sendsTheOriginalPhotoInsteadOfTheErrorAndSaysWhy() throws IOException {
    var failure = JobFailure.of(FailureKind.UNAVAILABLE, "CONNECT", "for operators only");
    RawResponse response =
        answerTo(
            FakeIngest.substituted(
                Substitute.ORIGINAL_PHOTO, new IngestPhotoOutcome.Failed(FakeIngest.JOB, failure)));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("another photo");
    assertThat(response.header("Content-Type")).contains("image/png");
    assertThat(response.header("X-Photobridge-Reply")).contains("original_photo");
    assertThat(response.header("X-Photobridge-Failure")).contains("provider_unavailable");
    assertThat(response.header("X-Photobridge-Job")).contains(FakeIngest.JOB.toString());
    assertThat(response.header("Retry-After")).isEmpty();
  }

  @Test
  void sendsTheLocalEffectWhenTheTimeIsUp() throws IOException {
    RawResponse response =
        answerTo(
            FakeIngest.substituted(
                Substitute.LOCAL_EFFECT, new IngestPhotoOutcome.TooLate(FakeIngest.JOB)));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("X-Photobridge-Reply")).contains("local_effect");
    assertThat(response.header("X-Photobridge-Failure")).contains("deadline_passed");
    assertThat(response.header("X-Photobridge-Job")).contains(FakeIngest.JOB.toString());
  }

  @Test
  void aPhotoThatNeverBecameAJobHasNone() throws IOException {
    RawResponse response =
        answerTo(
            FakeIngest.substituted(
                Substitute.ORIGINAL_PHOTO, new IngestPhotoOutcome.Busy(Duration.ofSeconds(5))));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("X-Photobridge-Failure")).contains("queue_full");
    assertThat(response.header("X-Photobridge-Job")).isEmpty();
  }

  @Test
  void anErrorIsNotMarkedAsAPhoto() throws IOException {
    RawResponse response =
        answerTo(
            new IngestPhotoOutcome.Substituted(
                Substitute.ORIGINAL_PHOTO,
                MediaType.JPEG,
                GONE,
                new IngestPhotoOutcome.TooLate(FakeIngest.JOB)));

    isInternal(response);
    assertThat(response.header("X-Photobridge-Reply")).isEmpty();
    assertThat(response.header("X-Photobridge-Failure")).isEmpty();
  }

  @Test
  void coversEveryKindOfFailure() {
    assertThat(FailureKind.values()).as("rows of the table above").hasSize(15);
  }

  @Test
  void saysThatThePhotoComesTooLate() throws IOException {
    RawResponse response = answerTo(new IngestPhotoOutcome.TooLate(FakeIngest.JOB));
    assertThat(response.status()).isEqualTo(504);
    assertThat(response.error("deadline_passed").at("/job_id").asText())
        .isEqualTo(FakeIngest.JOB.toString());
    assertThat(response.header("X-Photobridge-Job")).contains(FakeIngest.JOB.toString());
  }

  @Test
  void saysWhenToTryAgainWhenThereIsNoRoom() throws IOException {
    RawResponse response = answerTo(new IngestPhotoOutcome.Busy(Duration.ofSeconds(5)));
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.error("queue_full").at("/retry_after_sec").asInt()).isEqualTo(5);
    assertThat(response.header("Retry-After")).contains("5");
  }

  @Test
  void saysThatTheServerStops() throws IOException {
    RawResponse response = answerTo(new IngestPhotoOutcome.Stopping());
    assertThat(response.status()).isEqualTo(503);
    response.error("shutting_down");
    assertThat(response.header("Retry-After")).contains("10");
  }

  @Test
  void refusesLinksThatLeadNowhere() throws IOException {
    RawResponse unknown = answerTo(new Rejected(new IngestRejection.AccountUnknown()));
    assertThat(unknown.status()).isEqualTo(404);
    unknown.error("account_not_found");
    RawResponse free =
        answerTo(new Rejected(new IngestRejection.SlotNotConfigured(SlotFixtures.FIRST)));
    assertThat(free.status()).isEqualTo(409);
    assertThat(free.error("slot_not_configured").at("/found").asText()).isEqualTo("slot-001");
  }

  @Test
  void saysWhatIsWrongWithAPhoto() throws IOException {
    refuses(new PhotoRefusal.Empty(), 400, "file_empty");
    refuses(new PhotoRefusal.TooLarge(new ByteSize(5)), 413, "file_too_large");
    refuses(new PhotoRefusal.NotAnImage(), 415, "not_an_image");
    refuses(
        new PhotoRefusal.TypeNotAllowed(MediaType.HEIC, Set.of(MediaType.PNG, MediaType.JPEG)),
        415,
        "media_type_not_allowed");
    refuses(new PhotoRefusal.Truncated(MediaType.JPEG), 422, "photo_truncated");
    refuses(new PhotoRefusal.Unreadable(MediaType.PNG, "why"), 422, "photo_unreadable");
    var huge = new PhotoRefusal.TooManyPixels(new PixelSize(50_000, 50_000), 100_000_000);
    assertThat(refuses(huge, 422, "photo_too_many_pixels").at("/found").asLong())
        .isEqualTo(2_500_000_000L);
    refuses(new PhotoRefusal.TooSmall(new PixelSize(10, 1), 64), 422, "photo_too_small");
  }

  @Test
  void speaksTheLanguageOfTheClient() throws IOException {
    ingest.processing = _ -> new IngestPhotoOutcome.Stopping();
    assertThat(message(post(goodForm()))).contains("Сервер");
    assertThat(message(post(goodForm(), "Accept-Language: en-GB,ru;q=0.5"))).contains("server");
  }

  @Test
  void saysThatTheDiskIsFull() throws IOException {
    ingest.processing =
        _ -> {
          throw new UncheckedIOException(new IOException("a.jpg: No space left on device"));
        };
    RawResponse response = post(goodForm());
    assertThat(response.status()).isEqualTo(503);
    response.error("storage_full");
  }

  @Test
  void saysThatTheDatabaseIsAwayAndWhenToComeAgain() throws IOException {
    ingest.processing =
        _ -> {
          throw new StorageUnavailableException("secret/address", new IOException("refused"));
        };
    RawResponse response = post(goodForm());
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.error("storage_unavailable").at("/retry_after_sec").asInt()).isEqualTo(5);
    assertThat(response.header("Retry-After")).contains("5");
    assertThat(message(response)).doesNotContain("secret");
  }

  @Test
  void keepsFaultsOfItsOwnToItself() throws IOException {
    ingest.processing =
        _ -> {
          throw new IllegalStateException("secret/path is broken");
        };
    isInternal(post(goodForm()));
    ingest.processing =
        _ -> {
          throw new OutOfMemoryError("secret/path is broken");
        };
    isInternal(post(goodForm()));
    ingest.processing = _ -> new IngestPhotoOutcome.Processed(FakeIngest.JOB, MediaType.JPEG, GONE);
    isInternal(post(goodForm()));
  }

  @Test
  void cutsTheConnectionWhenThePhotoCannotBeSentWhole() {
    ingest.processing =
        _ -> new IngestPhotoOutcome.Processed(FakeIngest.JOB, MediaType.JPEG, HALF_READABLE);
    assertThatThrownBy(() -> post(goodForm())).isInstanceOf(EOFException.class);
  }

  @Test
  void saysThatItStopsWhenAWaitIsInterrupted() throws IOException {
    ingest.processing =
        _ -> {
          throw new InterruptedException();
        };
    RawResponse response = post(goodForm());
    assertThat(response.status()).isEqualTo(503);
    response.error("shutting_down");
  }

  private JsonNode refuses(PhotoRefusal refusal, int status, String code) throws IOException {
    RawResponse response = answerTo(new Rejected(new IngestRejection.Photo(refusal)));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text()).doesNotContain("why");
    return response.error(code);
  }

  private RawResponse answerTo(IngestPhotoOutcome outcome) throws IOException {
    ingest.processing = _ -> outcome;
    return post(goodForm());
  }

  private static void isInternal(RawResponse response) {
    assertThat(response.status()).isEqualTo(500);
    response.error("internal_error");
    assertThat(response.text()).doesNotContain("secret");
    assertThat(response.header("X-Request-Id")).isPresent();
  }

  private static String message(RawResponse response) {
    return response.json().at("/error/message").asText();
  }

  private static final StoredFile GONE =
      new UnlikelyFile() {
        @Override
        public InputStream open() throws IOException {
          throw new NoSuchFileException("secret/path");
        }
      };

  private static final StoredFile HALF_READABLE =
      new UnlikelyFile() {
        @Override
        public InputStream open() {
          var half = new ByteArrayInputStream(new byte[500_000]);
          return new SequenceInputStream(half, new BrokenStream());
        }
      };

  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("disk broken");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }

  private abstract static class UnlikelyFile implements StoredFile {
    @Override
    public long size() {
      return 1_000_000;
    }

    @Override
    public SeekableByteChannel openChannel() {
      throw new UnsupportedOperationException();
    }
  }
}
