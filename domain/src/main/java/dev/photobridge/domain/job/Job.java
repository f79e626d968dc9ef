package dev.photobridge.domain.job;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotSetup;

/// A photo on its way through a provider. Each state is a type, and only the transitions that are
/// methods there exist; the drawing is in `docs/architecture.md`.
public sealed interface Job permits ReleasedJob, RunningJob {
  /// What it was asked to do.
  JobOrder order();

  /// How far it has come.
  JobProgress progress();

  /// The state's name in tables and the API.
  JobState state();

  /// Its name.
  default JobId id() {
    return order().id();
  }

  /// Whether it came to a slot of this account.
  default boolean isOf(AccountName account) {
    return order().slot().account().equals(account);
  }

  /// The setup that its next, running or last attempt uses.
  default SlotSetup setup() {
    return order().setup(progress().target());
  }

  /// Attempts begun so far: each is at most one paid call.
  default int attempts() {
    return progress().attempts();
  }

  /// What those attempts were billed, as far as is known yet.
  default Cost cost() {
    return progress().cost();
  }
}
