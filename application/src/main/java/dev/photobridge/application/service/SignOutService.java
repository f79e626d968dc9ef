package dev.photobridge.application.service;

import dev.photobridge.application.port.in.SignOutUseCase;
import dev.photobridge.application.port.out.SignedOutSessions;
import dev.photobridge.domain.account.OperatorSession;
import java.time.InstantSource;

/// Ends sessions before their time.
public final class SignOutService implements SignOutUseCase {
  private final SignedOutSessions ended;
  private final InstantSource clock;

  public SignOutService(SignedOutSessions ended, InstantSource clock) {
    this.ended = ended;
    this.clock = clock;
  }

  @Override
  public void signOut(OperatorSession session) {
    ended.add(session.id(), session.endsAt(), clock.instant());
  }

  @Override
  public boolean isSignedOut(OperatorSession session) {
    return ended.contains(session.id());
  }
}
