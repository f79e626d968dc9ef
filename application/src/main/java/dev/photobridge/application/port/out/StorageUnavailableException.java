package dev.photobridge.application.port.out;

/// What a driven port needs is kept in a storage that can't be reached now: it is stopped,
/// starting, cut off or overloaded. Any driven port whose implementation keeps something may throw
/// it; callers need not catch it, as requests are answered with 503. Whether a change was still
/// made is not known.
public final class StorageUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message which storage, and what is wrong, for operators
  /// @param cause what the storage's driver said
  public StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
