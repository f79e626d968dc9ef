package dev.photobridge.application.port.in;

/// Use case: will tonight work?
public interface RunReadinessCheckUseCase {
  /// Looks at everything that an event needs, some fifteen seconds at most, without anything that
  /// is paid for. A check that is under way already is joined.
  CheckReport run() throws InterruptedException;
}
