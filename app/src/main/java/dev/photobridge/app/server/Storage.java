package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.JdbiAccountRepository;
import dev.photobridge.adapter.persistence.JdbiJobRepository;
import dev.photobridge.adapter.persistence.JdbiProcessingLog;
import dev.photobridge.adapter.persistence.JdbiRuntimeSettings;
import dev.photobridge.adapter.persistence.JdbiSlotRepository;
import dev.photobridge.adapter.persistence.queue.InMemoryJobQueue;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.port.out.AccountRepository;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.application.port.out.SlotRepository;
import java.io.IOException;
import java.time.InstantSource;

/// Everything that is kept, behind its ports.
///
/// @param settings which database it is
record Storage(
    DatabaseSettings settings,
    AccountRepository accounts,
    SlotRepository slots,
    JobRepository jobs,
    JobQueue queue,
    MediaStore media,
    ProcessingLog log,
    RuntimeSettings runtime) {
  static Storage of(
      Database database,
      DatabaseSettings settings,
      Configuration configuration,
      InstantSource clock)
      throws IOException {
    var jobs = new JdbiJobRepository(database.jdbi());
    return new Storage(
        settings,
        new JdbiAccountRepository(database.jdbi(), clock),
        new JdbiSlotRepository(database.jdbi()),
        jobs,
        new InMemoryJobQueue(jobs, configuration.queueCapacity()),
        MediaAssembly.store(configuration.media(), database.jdbi()),
        new JdbiProcessingLog(database.jdbi()),
        new JdbiRuntimeSettings(database.jdbi(), configuration.jobs().syncTimeout()));
  }
}
