package dev.photobridge.benchmark.queue;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.JdbiAccountRepository;
import dev.photobridge.adapter.persistence.JdbiSlotRepository;
import dev.photobridge.adapter.persistence.job.JdbiJobRepository;
import dev.photobridge.adapter.persistence.queue.PostgresJobNews;
import dev.photobridge.adapter.persistence.queue.PostgresJobQueue;
import dev.photobridge.adapter.persistence.queue.PostgresJobSignals;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.engine.JobEngine;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.engine.RemoteEnds;
import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.IngestRules;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A node as the server runs it, as far as jobs go: connections, queue, engine, and the messages
/// between nodes.
final class BridgeNode implements AutoCloseable {
  static final AccountName ACCOUNT = new AccountName("benchmark");
  static final SlotSetup SETUP =
      new SlotSetup(ProviderId.LOCAL, new OperationId("nothing"), SlotSettings.NONE);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Database database;
  private final PostgresJobSignals signals;
  private final PostgresJobNews news;
  private final PostgresJobQueue queue;
  private final JobEngine engine;
  private final AwaitedJobs jobs;

  private BridgeNode(Database database, DatabaseSettings settings, int places, Runnable job) {
    this.database = database;
    InstantSource clock = InstantSource.system();
    ProviderCatalogue catalogue = catalogue(places);
    var repository = new JdbiJobRepository(database.jdbi());
    var waiters = new JobWaiters();
    var signal = new WorkSignal();
    var claims = new RunningClaims();
    EngineTrouble trouble = new PrintedTrouble();
    signals = new PostgresJobSignals(database.jdbi());
    queue = new PostgresJobQueue(database.jdbi(), catalogue, Integer.MAX_VALUE, signals);
    var ends = new RemoteEnds(repository, waiters, signal);
    var wiring = new NoOpJobs(catalogue, job, clock, trouble);
    engine =
        new JobEngine(
            queue,
            wiring.runner(queue, claims, waiters),
            catalogue,
            claims,
            signal,
            ends,
            clock,
            trouble);
    jobs = new AwaitedJobs(queue, repository, waiters);
    news = new PostgresJobNews(settings, ends);
  }

  /// A node that takes no jobs yet.
  ///
  /// @param places at the provider, over all nodes
  /// @param job what each job does
  static BridgeNode open(DatabaseSettings settings, int places, Runnable job) {
    return new BridgeNode(opened(settings), settings, places, job);
  }

  /// Makes the tables, and the slots that jobs belong to.
  static void prepare(DatabaseSettings settings) {
    try (Database database = opened(settings)) {
      storeSlots(database);
    }
  }

  private static Database opened(DatabaseSettings settings) {
    return switch (Database.open(settings)) {
      case DatabaseOpening.Opened opened -> opened.database();
      case DatabaseOpening.Failed failed -> throw new IllegalStateException(failed.problem());
    };
  }

  void start() {
    signals.start();
    news.start();
    engine.start();
  }

  SubmitOutcome submit(QueuedJob job) {
    return queue.submit(job);
  }

  void runAndWait(JobOrder order) {
    AwaitedJobs.Outcome outcome = jobs.run(order, () -> LONG).join();
    if (!(outcome instanceof AwaitedJobs.Outcome.Ended)) {
      throw new IllegalStateException("it did not end: " + outcome);
    }
  }

  @Override
  public void close() {
    try {
      var _ = engine.stop(LONG);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    news.close();
    signals.close();
    database.close();
  }

  private static void storeSlots(Database database) {
    new JdbiAccountRepository(database.jdbi(), InstantSource.system())
        .save(new Account(ACCOUNT, "hash"));
    new JdbiSlotRepository(database.jdbi())
        .insertMissing(
            SlotId.all().stream()
                .map(id -> Slot.free(new SlotAddress(ACCOUNT, id), Instant.now()))
                .toList());
  }

  private static ProviderCatalogue catalogue(int places) {
    var operation =
        new Operation(SETUP.operation(), "", "", List.of(), "{}", List.of(), Map.of(), null);
    var rules =
        new IngestRules(places, LONG, Set.of(MediaType.JPEG), ByteSize.ofMegabytes(1), false);
    return new ProviderCatalogue(
        List.of(
            new Provider(
                ProviderId.LOCAL,
                "",
                rules,
                ProviderLimits.NONE,
                List.of(operation),
                List.of(),
                Map.of())));
  }
}
