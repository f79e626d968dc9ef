package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.JdbiAccountRepository;
import dev.photobridge.adapter.persistence.JdbiAtomicChanges;
import dev.photobridge.adapter.persistence.JdbiAuditLog;
import dev.photobridge.adapter.persistence.JdbiCostCaps;
import dev.photobridge.adapter.persistence.JdbiRuntimeSettings;
import dev.photobridge.adapter.persistence.JdbiSignedOutSessions;
import dev.photobridge.adapter.persistence.JdbiSlotRepository;
import dev.photobridge.adapter.persistence.job.JdbiJobRepository;
import dev.photobridge.adapter.persistence.job.JdbiProviderReports;
import dev.photobridge.adapter.persistence.job.JdbiSlotActivities;
import dev.photobridge.adapter.persistence.job.JdbiSpendingLedger;
import dev.photobridge.adapter.persistence.media.JdbiMediaCache;
import dev.photobridge.adapter.persistence.queue.InMemoryJobQueue;
import dev.photobridge.adapter.persistence.queue.JobSignals;
import dev.photobridge.adapter.persistence.queue.PostgresJobQueue;
import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.adapter.persistence.secrets.EncryptedSecretVault;
import dev.photobridge.adapter.persistence.stats.JdbiProcessingLog;
import dev.photobridge.adapter.persistence.stats.JdbiStatistics;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.engine.MeteredJobQueue;
import dev.photobridge.application.engine.MeteredProcessingLog;
import dev.photobridge.application.engine.WatchedJobQueue;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.out.AccountRepository;
import dev.photobridge.application.port.out.AtomicChanges;
import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.CostCaps;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaCache;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.application.port.out.SecretVault;
import dev.photobridge.application.port.out.SignedOutSessions;
import dev.photobridge.application.port.out.SlotActivities;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.application.port.out.SpendingLedger;
import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.io.IOException;
import java.time.InstantSource;

/// Everything that is kept, behind its ports.
///
/// @param settings which database it is
/// @param jobChanges is raised when this node changes a job in the queue
record Storage(
    DatabaseSettings settings,
    AccountRepository accounts,
    AuditLog audit,
    AtomicChanges changes,
    SignedOutSessions signedOut,
    SlotRepository slots,
    JobRepository jobs,
    JobQueue queue,
    WorkSignal jobChanges,
    JobSignals jobSignals,
    ProviderReports reports,
    MediaStore media,
    MediaCache results,
    ProcessingLog log,
    SpendingLedger ledger,
    Statistics statistics,
    SlotActivities activities,
    RuntimeSettings runtime,
    CostCaps caps,
    SecretVault vault) {
  static Storage of(
      Database database,
      DatabaseSettings settings,
      Configuration configuration,
      Credentials credentials,
      ProviderCatalogue catalogue,
      JobSignals signals,
      Meters meters,
      InstantSource clock)
      throws IOException {
    var jobs = new JdbiJobRepository(database.jdbi());
    int capacity = configuration.queueCapacity();
    JobSignals otherNodes =
        switch (configuration.jobs().queueMode()) {
          case POSTGRES -> signals;
          case MEMORY -> JobSignals.NONE;
        };
    JobQueue queue =
        switch (configuration.jobs().queueMode()) {
          case POSTGRES -> new PostgresJobQueue(database.jdbi(), catalogue, capacity, otherNodes);
          case MEMORY -> new InMemoryJobQueue(jobs, catalogue, capacity);
        };
    var jobChanges = new WorkSignal();
    var runtime =
        new JdbiRuntimeSettings(
            database.jdbi(),
            configuration.jobs().syncTimeout(),
            configuration.jobs().costCapPerDay());
    return new Storage(
        settings,
        new JdbiAccountRepository(database.jdbi(), clock),
        new JdbiAuditLog(database.jdbi()),
        new JdbiAtomicChanges(database.jdbi()),
        new JdbiSignedOutSessions(database.jdbi()),
        new JdbiSlotRepository(database.jdbi()),
        jobs,
        new WatchedJobQueue(new MeteredJobQueue(queue, meters), jobChanges),
        jobChanges,
        otherNodes,
        new JdbiProviderReports(database.jdbi()),
        MediaAssembly.store(configuration.media(), database.jdbi()),
        new JdbiMediaCache(database.jdbi()),
        new MeteredProcessingLog(new JdbiProcessingLog(database.jdbi()), meters),
        new JdbiSpendingLedger(database.jdbi()),
        new JdbiStatistics(database.jdbi()),
        new JdbiSlotActivities(database.jdbi()),
        runtime,
        new JdbiCostCaps(database.jdbi(), runtime),
        new EncryptedSecretVault(database.jdbi(), credentials));
  }
}
