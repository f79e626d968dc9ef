package dev.photobridge.adapter.http.session;

import dev.photobridge.application.port.in.SignOutUseCase;
import dev.photobridge.domain.account.OperatorSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers in memory who signed out.
final class InMemorySignOut implements SignOutUseCase {
  private final Set<OperatorSession> ended = ConcurrentHashMap.newKeySet();

  @Override
  public void signOut(OperatorSession session) {
    ended.add(session);
  }

  @Override
  public boolean isSignedOut(OperatorSession session) {
    return ended.contains(session);
  }
}
