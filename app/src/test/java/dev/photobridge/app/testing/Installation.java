package dev.photobridge.app.testing;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What several nodes share: PostgreSQL, the folder of images, the passwords, and a slot 1 that
/// asks Gemini.
public final class Installation implements AutoCloseable {
  private final Path folder;
  private final EmbeddedDatabase postgres;
  private final Database database;
  private final String ingestPassword;
  private final AtomicInteger nodes = new AtomicInteger();

  private Installation(
      Path folder, EmbeddedDatabase postgres, Database database, String ingestPassword) {
    this.folder = folder;
    this.postgres = postgres;
    this.database = database;
    this.ingestPassword = ingestPassword;
  }

  /// Makes one below a folder.
  public static Installation below(Path folder) throws IOException {
    EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
    boolean made = false;
    try (var first =
        RunningServer.start(folder.resolve("first"), sharedKeys(folder, postgres, false))) {
      first.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      var installation =
          new Installation(folder, postgres, opened(postgres), first.ingestPassword());
      made = true;
      return installation;
    } finally {
      if (!made) {
        postgres.close();
      }
    }
  }

  /// Begins to start a node that takes photos and leaves the work to others.
  public ServerNode startingTaker() throws IOException {
    return starting(sharedKeys(folder, postgres, false));
  }

  /// Begins to start a node that works.
  ///
  /// @param keys its own
  public ServerNode startingWorker(Map<String, String> keys) throws IOException {
    var all = new HashMap<>(sharedKeys(folder, postgres, true));
    all.putAll(keys);
    return starting(all);
  }

  /// What all nodes write to.
  public Database database() {
    return database;
  }

  /// What booths send.
  public String ingestPassword() {
    return ingestPassword;
  }

  @Override
  public void close() throws IOException {
    database.close();
    postgres.close();
  }

  private ServerNode starting(Map<String, String> keys) throws IOException {
    return ServerNode.starting(folder.resolve("node-" + nodes.incrementAndGet()), keys);
  }

  /// The keys that lead a node to what an installation below this folder shares.
  ///
  /// @param processJobs whether it works, or only takes photos
  public static Map<String, String> sharedKeys(
      Path folder, EmbeddedDatabase postgres, boolean processJobs) {
    return Map.of(
        "DATABASE_URL",
        postgres.jdbcUrl(),
        "DATABASE_USER",
        postgres.user(),
        "DATABASE_PASSWORD",
        postgres.password(),
        "MEDIA_ROOT",
        folder.resolve("media").toString(),
        "SECRETS_FILE",
        folder.resolve("secrets.json").toString(),
        "PROCESS_JOBS",
        Boolean.toString(processJobs));
  }

  private static Database opened(EmbeddedDatabase postgres) {
    var settings = new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), postgres.password());
    return switch (Database.open(settings)) {
      case DatabaseOpening.Opened opened -> opened.database();
      case DatabaseOpening.Failed failed -> throw new IllegalStateException(failed.problem());
    };
  }
}
