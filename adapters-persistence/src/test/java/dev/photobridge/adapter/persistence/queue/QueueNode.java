package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.job.JdbiJobRepository;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.engine.JobEnding;
import dev.photobridge.application.engine.JobEngine;
import dev.photobridge.application.engine.JobRunner;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.engine.Patience;
import dev.photobridge.application.engine.ProviderAttempt;
import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.engine.RemoteEnds;
import dev.photobridge.application.engine.ResultKeeper;
import dev.photobridge.application.engine.ResultRecovery;
import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.RecordedTrouble;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/// A node without its HTTP side: engine, queue and connections of its own. Several of them over one
/// database are several servers as far as jobs go.
final class QueueNode implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(1);

  final JobEngine engine;

  /// What its requests use.
  final AwaitedJobs jobs;

  final RecordedTrouble trouble = new RecordedTrouble();
  private final Database database;

  /// A node whose engine has not been started.
  ///
  /// @param queue is made over the node's own connections
  /// @param gemini may be shared with other nodes, as `media` is
  QueueNode(
      DatabaseSettings settings,
      Function<Jdbi, JobQueue> queue,
      ProviderCatalogue catalogue,
      ScriptedImageProvider gemini,
      MediaStore media) {
    database = opened(settings);
    InstantSource clock = InstantSource.system();
    var own = queue.apply(database.jdbi());
    var repository = new JdbiJobRepository(database.jdbi());
    var waiters = new JobWaiters();
    var signal = new WorkSignal();
    var patience = new Patience(clock, _ -> {}, trouble);
    var photos = new TextPhotos();
    var recovery = new ResultRecovery(media, photos, TestBridge.RETENTION, clock);
    var keeper =
        new ResultKeeper(
            media,
            photos,
            photos,
            TestBridge.RESULT_LIMITS,
            TestBridge.RETENTION,
            clock,
            recovery,
            patience);
    var local =
        new ScriptedImageProvider(LOCAL, ScriptedImageProvider.bytes(new byte[0], Cost.ZERO));
    var attempt =
        new ProviderAttempt(
            TestBridge.calls(catalogue, media, clock),
            Map.of(gemini.id(), gemini, LOCAL, local),
            TestBridge.noCaps(clock),
            keeper,
            recovery,
            clock,
            trouble);
    var claims = new RunningClaims();
    var ending =
        new JobEnding(
            own,
            claims,
            waiters,
            media,
            new InMemoryProcessingLog(),
            TestBridge.RETENTION,
            patience,
            trouble);
    var retries = new RetryPolicy(4, 1, Duration.ZERO, Duration.ZERO);
    var runner = new JobRunner(attempt, ending, new ProviderTimes(), retries, clock, new Random(1));
    var ends = new RemoteEnds(repository, waiters, signal);
    engine = new JobEngine(own, runner, catalogue, claims, signal, ends, clock, trouble);
    jobs = new AwaitedJobs(own, repository, waiters);
  }

  private static Database opened(DatabaseSettings settings) {
    return switch (Database.open(settings)) {
      case DatabaseOpening.Opened opened -> opened.database();
      case DatabaseOpening.Failed failed -> throw new IllegalStateException(failed.problem());
    };
  }

  /// Lets what runs end.
  @Override
  public void close() {
    try {
      engine.stop(LONG);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      database.close();
    }
  }
}
