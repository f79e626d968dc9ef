package dev.photobridge.adapter.persistence;

import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Gives a test class a database of its own with all tables, emptied before each test.
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final Namespace SHARED = Namespace.create(PostgresServer.class);

  private @Nullable DatabaseSettings settings;
  private @Nullable Database database;

  /// Where repositories under test send their SQL.
  public Jdbi jdbi() {
    return Objects.requireNonNull(database).jdbi();
  }

  /// How to connect to it.
  public DatabaseSettings settings() {
    return Objects.requireNonNull(settings);
  }

  /// A new, empty database on the tests' server.
  static DatabaseSettings empty(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SHARED)
        .computeIfAbsent(PostgresServer.class, _ -> new PostgresServer(), PostgresServer.class)
        .newDatabase();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    settings = empty(context);
    database =
        switch (Database.open(settings)) {
          case DatabaseOpening.Opened opened -> opened.database();
          case DatabaseOpening.Failed failed -> throw new IllegalStateException(failed.problem());
        };
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    TRUNCATE account, slot, slot_version, job, attempt, provider_report, processing_log,
                      statistics_bucket, statistics_reset, media_object, setting, secret, audit_entry
                    """));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (database != null) {
      database.close();
    }
  }
}
