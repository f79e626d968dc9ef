package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.SignInUseCase;
import dev.photobridge.application.port.in.SignInUseCase.SignInOutcome;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.LoginRequestDto;
import java.time.Duration;
import java.util.Optional;

/// Takes names and passwords, and slows down whoever guesses them. Safe for use by many threads.
public final class PasswordSignIn {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PASSWORD = 200;
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final SignInUseCase signIn;
  private final SignInThrottle throttle;

  /// Wired by the application; see the parameters' types.
  public PasswordSignIn(SignInUseCase signIn, SignInThrottle throttle) {
    this.signIn = signIn;
    this.throttle = throttle;
  }

  /// Who this is.
  ///
  /// @param address where the request comes from
  /// @throws ErrorAnswerException when the name or the password is wrong, or not looked at
  AccountName account(LoginRequestDto request, String address) {
    String username = BodyText.upTo(LONGEST_NAME, "/username", request.username());
    String password = BodyText.upTo(LONGEST_PASSWORD, "/password", request.password());
    Optional<Duration> wait = throttle.begin(username, address);
    if (wait.isPresent()) {
      throw throttled(wait.get());
    }
    return switch (signIn.signIn(username, password)) {
      case SignInOutcome.SignedIn signedIn -> {
        throttle.forget(username, address);
        yield signedIn.account();
      }
      case SignInOutcome.Wrong _ ->
          throw ErrorAnswer.of(ErrorCodeDto.CREDENTIALS_WRONG).asException();
      case SignInOutcome.Busy _ -> {
        throttle.undo(username, address);
        throw throttled(BUSY);
      }
    };
  }

  private static ErrorAnswerException throttled(Duration wait) {
    return ErrorAnswer.of(ErrorCodeDto.SIGN_IN_THROTTLED)
        .with(ErrorAnswer.RETRY_AFTER_SEC, Math.max(1, wait.plusMillis(999).toSeconds()))
        .asException();
  }
}
