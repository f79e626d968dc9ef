package dev.photobridge.application.service;

import dev.photobridge.application.port.out.KeptSecret;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import dev.photobridge.application.port.out.StorageUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The secrets of the vault as photos need them: a change on this node holds at once, one on
/// another node within a second, and while the vault can't be reached the last known secret stays.
/// Safe for use by many threads.
public final class CurrentSecrets {
  private static final Duration HOLDS_FOR = Duration.ofSeconds(1);

  private final SecretVault vault;
  private final LongSupplier nanoTime;
  private final Map<SecretName, Remembered> remembered = new ConcurrentHashMap<>();

  /// @param nanoTime as [System#nanoTime()]
  public CurrentSecrets(SecretVault vault, LongSupplier nanoTime) {
    this.vault = vault;
    this.nanoTime = nanoTime;
  }

  /// The secret of this name; empty where none is set, or the one that is can't be read any more.
  ///
  /// @throws StorageUnavailableException when the vault can't be reached and never could be
  public Optional<String> value(SecretName name) {
    return of(name).value();
  }

  /// Has the next one who asks look again, after a change.
  void forget(SecretName name) {
    of(name).forget();
  }

  private Remembered of(SecretName name) {
    return remembered.computeIfAbsent(name, Remembered::new);
  }

  /// @param value null: there is none
  /// @param seenAt by [#nanoTime]
  private record Seen(@Nullable String value, long seenAt) {}

  private final class Remembered {
    private final SecretName name;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Seen last;
    private volatile boolean stale = true;

    private Remembered(SecretName name) {
      this.name = name;
    }

    Optional<String> value() {
      Seen seen = last;
      if (seen == null || isOld(seen)) {
        seen = looked();
      }
      return Optional.ofNullable(seen.value());
    }

    void forget() {
      // whoever looks right now may see what was there before the change
      turn.lock();
      try {
        stale = true;
      } finally {
        turn.unlock();
      }
    }

    private boolean isOld(Seen seen) {
      return stale || nanoTime.getAsLong() - seen.seenAt() >= HOLDS_FOR.toNanos();
    }

    private Seen looked() {
      turn.lock();
      try {
        Seen seen = last;
        if (seen == null || isOld(seen)) {
          seen = new Seen(now(seen), nanoTime.getAsLong());
          last = seen;
          stale = false;
        }
        return seen;
      } finally {
        turn.unlock();
      }
    }

    private @Nullable String now(@Nullable Seen before) {
      try {
        return switch (vault.find(name)) {
          case KeptSecret.Known known -> known.value();
          case KeptSecret.Lost _, KeptSecret.Missing _ -> null;
        };
      } catch (StorageUnavailableException e) {
        if (before == null) {
          throw e;
        }
        return before.value();
      }
    }
  }
}
