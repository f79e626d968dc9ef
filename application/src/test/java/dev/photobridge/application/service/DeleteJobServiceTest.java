package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.DeleteJobOutcome;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.testing.InMemoryAuditLog;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteJobServiceTest {
  private static final Instant LATER = RECEIVED_AT.plusSeconds(600);

  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private final Map<JobId, AccountName> told = new HashMap<>();
  private final DeleteJobService service =
      new DeleteJobService(
          jobs,
          media,
          audit,
          Supplier::get,
          (account, job) -> told.put(job, account),
          new SettableClock(LATER));
  private final MediaObject template = media.upload(aPhoto().build(), LATER);
  private final MediaId source = media.upload(aPhoto().build(), LATER).id();
  private final RunningJob running =
      QueuedJob.accepted(anOrder().withSource(source).build()).start(RECEIVED_AT);
  private MediaObject result = template;
  private MediaObject shared = template;

  @BeforeEach
  void keepPhotos() throws IOException {
    result = kept(MediaKind.RESULT);
    shared = kept(MediaKind.SHARED);
  }

  private MediaObject kept(MediaKind kind) throws IOException {
    try (MediaDraft draft = media.begin()) {
      return media.keep(
          draft, new NewMedia(kind, aPhoto().build(), RECEIVED_AT, LATER, running.id()));
    }
  }

  @Test
  void anEndedJobGoesWithItsPhotos() {
    jobs.put(running.succeed(result.id(), Cost.ZERO, RECEIVED_AT));

    assertThat(service.delete(SERG, running.id())).isEqualTo(new DeleteJobOutcome.Deleted());

    assertThat(told).containsExactly(Map.entry(running.id(), SERG));
    assertThat(jobs.find(running.id())).isEmpty();
    assertThat(media.find(source)).isEmpty();
    assertThat(media.find(result.id())).isEmpty();
    assertThat(media.find(shared.id())).isEmpty();
    assertThat(media.find(template.id())).contains(template);
    assertThat(audit.list(1, 10).items())
        .containsExactly(
            AuditEntry.of(SERG, AuditedAction.JOB_DELETED, running.id().toString(), LATER));
  }

  @Test
  void aJobIsDeletedOnce() {
    jobs.put(running.expire(Cost.ZERO, RECEIVED_AT));
    assertThat(service.delete(SERG, running.id())).isEqualTo(new DeleteJobOutcome.Deleted());

    assertThat(service.delete(SERG, running.id())).isEqualTo(new DeleteJobOutcome.JobUnknown());
    assertThat(audit.list(1, 10).items()).hasSize(1);
  }

  @Test
  void aJobThatGoesOnStays() {
    jobs.put(running);

    assertThat(service.delete(SERG, running.id())).isEqualTo(new DeleteJobOutcome.NotFinished());

    assertThat(jobs.find(running.id())).contains(running);
    assertThat(media.find(source)).isPresent();
    assertThat(audit.list(1, 10).items()).isEmpty();
  }

  @Test
  void nobodyDeletesAnotherAccountsJob() {
    jobs.put(running.expire(Cost.ZERO, RECEIVED_AT));

    assertThat(service.delete(IGOR, running.id())).isEqualTo(new DeleteJobOutcome.JobUnknown());
    assertThat(service.delete(SERG, aJobId(99))).isEqualTo(new DeleteJobOutcome.JobUnknown());
    assertThat(jobs.find(running.id())).isPresent();
    assertThat(media.find(result.id())).isPresent();
  }
}
