package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;

/// Use case: an operator signs in.
public interface SignInUseCase {
  /// Checks name and password; an unknown name takes as long as a wrong password.
  SignInOutcome signIn(String username, String password);

  /// Whether they are right.
  sealed interface SignInOutcome {
    /// They are.
    record SignedIn(AccountName account) implements SignInOutcome {}

    /// They are not; which of the two is wrong is not told.
    record Wrong() implements SignInOutcome {}

    /// Too many sign-ins are being checked at this moment.
    record Busy() implements SignInOutcome {}
  }
}
