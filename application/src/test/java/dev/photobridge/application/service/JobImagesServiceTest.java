package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.OpenJobImageUseCase.SourceOutcome;
import dev.photobridge.application.port.in.OpenJobImageUseCase.ThumbnailOutcome;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobImagesServiceTest {
  private static final JobId JOB = aJobId(1);
  private static final Instant SOURCE_GOES = RECEIVED_AT.plusSeconds(60);
  private static final Instant RESULT_GOES = RECEIVED_AT.plusSeconds(600);

  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(RECEIVED_AT);
  private final JobImagesService service =
      new JobImagesService(
          new ListJobsService(jobs, media, new JobViews(jobs, media, new RunningClaims(), clock)),
          media,
          new Thumbnails(media, new TextPhotos(), clock));
  private MediaObject source;
  private QueuedJob job;

  @BeforeEach
  void storeJob() throws IOException {
    source = kept(MediaKind.SOURCE, aPhoto().build(), SOURCE_GOES);
    job = QueuedJob.accepted(anOrder().withId(JOB).withSource(source.id()).build());
    jobs.put(job);
  }

  @Test
  void showsTheGuestsPhotoUntilTheSecondItGoes() {
    clock.set(SOURCE_GOES.minusMillis(1));
    SourceOutcome there = service.source(SERG, JOB);
    clock.set(SOURCE_GOES);

    assertThat(there).isInstanceOf(SourceOutcome.Opened.class);
    assertThat(((SourceOutcome.Opened) there).photo().media()).isEqualTo(source);
    assertThat(service.source(SERG, JOB)).isEqualTo(new SourceOutcome.Deleted());
  }

  @Test
  void theOtherAccountsJobsAreUnknown() throws Exception {
    succeeded(aPhoto().build());

    assertThat(service.source(IGOR, JOB)).isEqualTo(new SourceOutcome.JobUnknown());
    assertThat(service.thumbnail(IGOR, JOB))
        .isEqualTo(new ThumbnailOutcome.NoResult(new JobResultOutcome.JobUnknown()));
  }

  @Test
  void showsTheResultInSmallAsLongAsItIsThere() throws Exception {
    MediaObject result = succeeded(aPhoto().build());

    OpenedMedia small = ((ThumbnailOutcome.Opened) service.thumbnail(SERG, JOB)).thumbnail();
    assertThat(small.media().id()).isEqualTo(result.id().thumbnail());
    assertThat(small.media().facts().storedSize().longestSide()).isEqualTo(Thumbnails.MAX_SIDE_PX);

    clock.set(RESULT_GOES);
    assertThat(service.thumbnail(SERG, JOB))
        .isEqualTo(new ThumbnailOutcome.NoResult(new JobResultOutcome.Deleted()));
  }

  @Test
  void saysWhyThereIsNothingToShow() throws Exception {
    assertThat(service.thumbnail(SERG, JOB))
        .isEqualTo(new ThumbnailOutcome.NoResult(new JobResultOutcome.NotFinished()));
    succeeded(aPhoto().withSize(2, 100).build());

    assertThat(service.thumbnail(SERG, JOB)).isEqualTo(new ThumbnailOutcome.NotDrawable());
  }

  private MediaObject succeeded(PhotoFacts facts) throws IOException {
    MediaObject result = kept(MediaKind.RESULT, facts, RESULT_GOES);
    jobs.put(job.start(RECEIVED_AT).succeed(result.id(), Cost.ZERO, RECEIVED_AT));
    return result;
  }

  private MediaObject kept(MediaKind kind, PhotoFacts facts, Instant expiresAt) throws IOException {
    try (var draft = TextPhotos.draft(media::begin, facts)) {
      return media.keep(draft, new NewMedia(kind, facts, RECEIVED_AT, expiresAt, JOB));
    }
  }
}
