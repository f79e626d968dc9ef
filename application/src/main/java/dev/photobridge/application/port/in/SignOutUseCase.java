package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.OperatorSession;

/// Use case: an operator signs out.
public interface SignOutUseCase {
  /// Ends the session: none of its tokens is good any more, on any server.
  void signOut(OperatorSession session);

  /// Whether the session was ended.
  boolean isSignedOut(OperatorSession session);
}
