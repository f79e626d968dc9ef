package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substituted;
import dev.photobridge.application.port.in.IngestPhotoOutcome.TooLate;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the booth gets when its time is up; the job goes on.
@Timeout(60)
class TimeoutReplyTest {
  private static final PhotoFacts PHOTO = aPhoto().build();
  private static final PhotoFacts RESULT = aPhoto().withSize(1024, 683).build();
  private static final PhotoFacts EFFECT = aPhoto().withType(MediaType.PNG).build();
  private static final Duration WAIT = Duration.ofSeconds(48);

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @BeforeEach
  void start() {
    bridge.gemini.then(
        ScriptedImageProvider.photo(RESULT, TestBridge.PRICE)
            .after(release)
            .after(called::countDown));
    bridge.local.always(ScriptedImageProvider.photo(EFFECT, Cost.ZERO));
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    release.countDown();
    bridge.stop();
    assertThat(bridge.media.openDrafts()).as("drafts left open").isZero();
  }

  private void slotReplies(FailureReply reply) {
    bridge.slots.put(aSlot().withRules(new SlotRules(reply, null, true, null, null)).build());
  }

  private Substituted sendsAndRunsOutOfTime() throws Exception {
    bridge.queue.beforeSubmit(() -> bridge.clock.advance(WAIT.plusSeconds(1)));
    return (Substituted) booth.sends(BoothForm.with(PHOTO));
  }

  private void theProviderAnswers() throws InterruptedException {
    called.await();
    release.countDown();
    bridge.stop();
  }

  private Job onlyJob() {
    assertThat(bridge.jobs.all()).hasSize(1);
    return bridge.jobs.all().getFirst();
  }

  private ProcessingLogEntry onlyRow() {
    assertThat(bridge.log.rows()).hasSize(1);
    return bridge.log.rows().getFirst();
  }

  @Test
  void theOriginalPhotoComesBack() throws Exception {
    slotReplies(new FailureReply.OriginalPhoto());

    Substituted substituted = sendsAndRunsOutOfTime();

    assertThat(substituted.kind()).isEqualTo(Substitute.ORIGINAL_PHOTO);
    assertThat(substituted.photo().open()).hasBinaryContent(TextPhotos.bytes(PHOTO));
    assertThat(substituted.insteadOf()).isEqualTo(new TooLate(onlyJob().id()));
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.TIMEOUT);
    assertThat(onlyRow().errorMessage())
        .isEqualTo("no result in time; the booth got the original photo");
  }

  @Test
  void thePhotoComesBackWithALocalEffect() throws Exception {
    slotReplies(new FailureReply.LocalEffect(anEffect()));

    Substituted substituted = sendsAndRunsOutOfTime();

    assertThat(substituted.kind()).isEqualTo(Substitute.LOCAL_EFFECT);
    assertThat(substituted.photo().open()).hasBinaryContent(TextPhotos.bytes(EFFECT));
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.TIMEOUT);
    assertThat(onlyRow().errorMessage())
        .isEqualTo("no result in time; the booth got the photo with a local effect");
  }

  @Test
  void theJobGoesOnAndItsResultIsKept() throws Exception {
    slotReplies(new FailureReply.LocalEffect(anEffect()));
    assertThat(sendsAndRunsOutOfTime().insteadOf()).isInstanceOf(TooLate.class);

    theProviderAnswers();

    assertThat(onlyJob().state()).isEqualTo(JobState.SUCCEEDED_LATE);
    assertThat(bridge.media.find(onlyJob().id().result()).orElseThrow().facts()).isEqualTo(RESULT);
    assertThat(onlyRow().cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void theBoothIsAnsweredEvenWhereItsRowCanNotBeCompleted() throws Exception {
    slotReplies(new FailureReply.OriginalPhoto());
    bridge.jobs.afterFind(
        () -> {
          throw new IllegalStateException("the database is down");
        });

    assertThat(sendsAndRunsOutOfTime().kind()).isEqualTo(Substitute.ORIGINAL_PHOTO);

    assertThat(bridge.trouble.all()).containsExactly("processing log: the database is down");
    bridge.jobs.afterFind(() -> {});
  }

  /// The only test here whose booth has a real watch: how long it is kept waiting is the point.
  @Test
  void theWaitEndsEarlyEnoughToMakeTheEffect() throws Exception {
    anEffectTakes(Duration.ofSeconds(9));
    slotReplies(new FailureReply.LocalEffect(anEffect()));

    Substituted substituted =
        (Substituted) booth.sends(BoothForm.with(PHOTO), runningSince(Duration.ofSeconds(34)));

    assertThat(substituted.kind()).isEqualTo(Substitute.LOCAL_EFFECT);
    assertThat(bridge.log.rows().getLast().responseTime()).isLessThan(WAIT);
  }

  private void anEffectTakes(Duration time) throws Exception {
    var other = BoothForm.with(aPhoto().withSize(900, 600).build());
    bridge.slots.put(aSlot().withProvider(anEffect().provider()).build());
    bridge.local.then(
        ScriptedImageProvider.photo(EFFECT, Cost.ZERO).after(() -> bridge.clock.advance(time)));
    assertThat(booth.sendsWithoutHaste(other)).isInstanceOf(IngestPhotoOutcome.Processed.class);
  }

  private static Stopwatch runningSince(Duration ago) {
    long start = System.nanoTime() - ago.toNanos();
    return () -> Duration.ofNanos(System.nanoTime() - start);
  }
}
