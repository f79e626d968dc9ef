package dev.photobridge.application.testing;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;

import dev.photobridge.application.engine.Admission;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.engine.CostGuard;
import dev.photobridge.application.engine.JobEnding;
import dev.photobridge.application.engine.JobEngine;
import dev.photobridge.application.engine.JobRunner;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.engine.LocalEffects;
import dev.photobridge.application.engine.Patience;
import dev.photobridge.application.engine.PromptRewriting;
import dev.photobridge.application.engine.ProviderAttempt;
import dev.photobridge.application.engine.ProviderCalls;
import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.engine.RemoteEnds;
import dev.photobridge.application.engine.ResultKeeper;
import dev.photobridge.application.engine.ResultRecovery;
import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.engine.SharedPhotos;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.application.port.out.CostCaps;
import dev.photobridge.application.port.out.MediaAddresses;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.application.service.FailureReplies;
import dev.photobridge.application.service.IngestAnswers;
import dev.photobridge.application.service.IngestJobs;
import dev.photobridge.application.service.IngestPhotoService;
import dev.photobridge.application.service.IngestRecords;
import dev.photobridge.application.service.IngestSlots;
import dev.photobridge.application.service.JobOrders;
import dev.photobridge.application.service.OperatorJobs;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// The whole application put together over memory: `gemini` and `local` answer with a photo at
/// once, Serg's slot 1 is configured, failed attempts are repeated without a pause.
public final class TestBridge {
  public static final RetentionRules RETENTION =
      new RetentionRules(Duration.ofSeconds(60), Duration.ofDays(3), Duration.ofMinutes(15));
  public static final PhotoLimits RESULT_LIMITS =
      new PhotoLimits(Set.of(MediaType.values()), ByteSize.ofMegabytes(50), 1_000_000_000L, 1);

  /// Addresses that say whose they are.
  public static final CallbackAddresses CALLBACKS = job -> "http://bridge.example/webhooks/" + job;

  /// Links that say what they lead to.
  public static final MediaAddresses ADDRESSES =
      media -> "http://bridge.example/public/media/" + media;

  /// What a call costs unless a test says otherwise.
  public static final Cost PRICE = new Cost(39_000);

  private static final Duration LONG = Duration.ofMinutes(1);

  public final SettableClock clock = new SettableClock(RECEIVED_AT);
  public final InMemoryJobRepository jobs = new InMemoryJobRepository();
  public final InMemoryMediaStore media = new InMemoryMediaStore();
  public final InMemorySlotRepository slots = new InMemorySlotRepository();
  public final InMemoryProviderReports reports = new InMemoryProviderReports();
  public final InMemoryProcessingLog log = new InMemoryProcessingLog();
  public final ScriptedPromptWriter promptWriter = new ScriptedPromptWriter();
  public final SettableSettings settings = new SettableSettings();
  public final RecordedTrouble trouble = new RecordedTrouble();
  public final WorkSignal signal = new WorkSignal();
  public final JobWaiters waiters = new JobWaiters();
  public final ProviderTimes times = new ProviderTimes();
  public final RunningClaims claims = new RunningClaims();
  public final ScriptedImageProvider gemini =
      new ScriptedImageProvider(
          GEMINI, ScriptedImageProvider.photo(aPhoto().withSize(1024, 683).build(), PRICE));
  public final ScriptedImageProvider local =
      new ScriptedImageProvider(LOCAL, ScriptedImageProvider.photo(aPhoto().build(), Cost.ZERO));
  public final SimpleJobQueue queue;
  public final JobRunner runner;
  public final JobEngine engine;
  public final IngestPhotoUseCase ingest;
  public final OperatorJobs operators;

  /// A bridge whose engine has not been started.
  ///
  /// @param capacity jobs that may wait
  public TestBridge(ProviderCatalogue catalogue, int capacity) {
    queue = new SimpleJobQueue(jobs, catalogue, capacity);
    ProviderAttempt attempt = attempt(catalogue);
    runner = runner(attempt);
    engine = engine(catalogue);
    ingest = ingest(catalogue, attempt);
    operators = new OperatorJobs(catalogue, media, orders(), queue, clock);
    slots.put(aSlot().build());
  }

  /// Lets what runs end, and stops the engine.
  public void stop() throws InterruptedException {
    if (!engine.stop(LONG)) {
      throw new IllegalStateException("jobs still run: " + jobs.open());
    }
  }

  private ProviderAttempt attempt(ProviderCatalogue catalogue) {
    var photos = new TextPhotos();
    var recovery = new ResultRecovery(media, photos, RETENTION, clock);
    var keeper =
        new ResultKeeper(
            media, photos, photos, RESULT_LIMITS, RETENTION, clock, recovery, patience());
    return new ProviderAttempt(
        calls(
            catalogue,
            media,
            clock,
            new PromptRewriting(Optional.of(promptWriter), clock, trouble),
            reports),
        Map.of(GEMINI, gemini, LOCAL, local),
        new CostGuard(this::caps, jobs, clock, ZoneOffset.UTC),
        keeper,
        recovery,
        clock,
        trouble);
  }

  private CostCaps.Caps caps(SlotAddress address) {
    return new CostCaps.Caps(
        slots
            .find(address)
            .flatMap(
                slot ->
                    slot.rules().cap().map(cap -> new CostCaps.SlotCap(cap, slot.lastResetAt()))),
        settings.dailyCostCap());
  }

  /// Lets every call be made.
  public static CostGuard noCaps(InstantSource clock) {
    return new CostGuard(
        _ -> new CostCaps.Caps(Optional.empty(), Optional.empty()),
        new InMemoryJobRepository(),
        clock,
        ZoneOffset.UTC);
  }

  /// Makes calls as the engine does, for booths in Greenwich.
  public static ProviderCalls calls(
      ProviderCatalogue catalogue, MediaStore media, InstantSource clock) {
    return calls(
        catalogue,
        media,
        clock,
        new PromptRewriting(Optional.empty(), clock, new RecordedTrouble()));
  }

  /// Makes calls with rewritten prompts.
  public static ProviderCalls calls(
      ProviderCatalogue catalogue, MediaStore media, InstantSource clock, PromptRewriting prompts) {
    return calls(catalogue, media, clock, prompts, new InMemoryProviderReports());
  }

  private static ProviderCalls calls(
      ProviderCatalogue catalogue,
      MediaStore media,
      InstantSource clock,
      PromptRewriting prompts,
      ProviderReports reports) {
    var shared = new SharedPhotos(media, new TextPhotos(), ADDRESSES, clock);
    return new ProviderCalls(
        catalogue, media, CALLBACKS, prompts, shared, reports, clock, ZoneOffset.UTC);
  }

  private Patience patience() {
    return new Patience(clock, _ -> noPause(), trouble);
  }

  private static void noPause() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private JobRunner runner(ProviderAttempt attempt) {
    var ending = new JobEnding(queue, claims, waiters, media, log, RETENTION, patience(), trouble);
    var retries = new RetryPolicy(4, 1, Duration.ZERO, Duration.ZERO);
    return new JobRunner(attempt, ending, times, retries, clock, new Random(1));
  }

  private JobEngine engine(ProviderCatalogue catalogue) {
    var remoteEnds = new RemoteEnds(jobs, waiters, signal);
    return new JobEngine(queue, runner, catalogue, claims, signal, remoteEnds, clock, trouble);
  }

  private IngestPhotoUseCase ingest(ProviderCatalogue catalogue, ProviderAttempt attempt) {
    var records = new IngestRecords(log, jobs, clock, trouble, Runnable::run);
    return new IngestPhotoService(
        new IngestSlots(ACCOUNTS, slots, catalogue, 100_000_000L, 16),
        BoothForm.PASSWORD::equals,
        media,
        new TextPhotos(),
        new Admission(queue, times, clock),
        records,
        new IngestJobs(
            orders(),
            new AwaitedJobs(queue, jobs, waiters),
            new IngestAnswers(media, _ -> {}),
            new FailureReplies(
                media, new LocalEffects(attempt, media, times, clock, TestBridge::newId)),
            records));
  }

  private JobOrders orders() {
    return new JobOrders(
        media, settings, RETENTION, Duration.ofMinutes(10), clock, TestBridge::newId);
  }

  private static JobId newId() {
    return new JobId(UUID.randomUUID());
  }
}
