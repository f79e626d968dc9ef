package dev.photobridge.adapter.persistence.secrets;

import java.util.List;

/// What came of reading the credentials file.
public sealed interface CredentialsOutcome {
  /// It was there.
  record Loaded(Credentials credentials) implements CredentialsOutcome {}

  /// It was not there; now it is, with new secrets.
  record Created(Credentials credentials) implements CredentialsOutcome {}

  /// It can't be used.
  ///
  /// @param problems what is wrong and what to do, one by one; without any secret
  record Invalid(List<String> problems) implements CredentialsOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
