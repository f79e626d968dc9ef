package dev.photobridge.application.port.out;

import java.time.Instant;

/// What a [SecretVault] has under a name.
public sealed interface KeptSecret {
  /// A secret.
  ///
  /// @param value the secret itself
  /// @param setAt when somebody entered it
  record Known(String value, Instant setAt) implements KeptSecret {
    @Override
    public String toString() {
      return "Known[secret, " + setAt + "]";
    }
  }

  /// One that can't be decrypted any more, as the vault's key is another one now, or the row was
  /// tampered with. As good as none.
  ///
  /// @param setAt when somebody entered it
  record Lost(Instant setAt) implements KeptSecret {}

  /// Nothing.
  record Missing() implements KeptSecret {}
}
