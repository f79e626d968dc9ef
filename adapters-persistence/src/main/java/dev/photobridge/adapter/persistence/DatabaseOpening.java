package dev.photobridge.adapter.persistence;

/// What came of opening the database.
public sealed interface DatabaseOpening {
  /// It answers and has the tables of this version.
  ///
  /// @param database the caller closes it
  /// @param migrationsApplied how many were missing
  record Opened(Database database, int migrationsApplied) implements DatabaseOpening {}

  /// It can't be used.
  ///
  /// @param problem what is wrong and what to do, for people; without any password
  record Failed(String problem) implements DatabaseOpening {}
}
