package dev.photobridge.application.port.in;

/// What came of changing the ingest password.
public sealed interface ChangeIngestPasswordOutcome {
  /// It is changed.
  ///
  /// @param password that holds now
  record Changed(String password) implements ChangeIngestPasswordOutcome {
    @Override
    public String toString() {
      return "Changed[secret]";
    }
  }

  /// Booth software could not send it as it is.
  record Unusable() implements ChangeIngestPasswordOutcome {}
}
