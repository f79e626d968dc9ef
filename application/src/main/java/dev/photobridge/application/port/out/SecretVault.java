package dev.photobridge.application.port.out;

import java.time.Instant;
import java.util.Set;

/// Keeps secrets that operators enter, encrypted. Safe for use by many threads.
public interface SecretVault {
  /// What is kept now.
  KeptSecret find(SecretName name);

  /// Keeps a secret, in place of what was there.
  void put(SecretName name, String value, Instant setAt);

  /// Forgets what is there.
  ///
  /// @return whether there was anything
  boolean remove(SecretName name);

  /// The names of those that can't be decrypted any more.
  Set<SecretName> lost();
}
