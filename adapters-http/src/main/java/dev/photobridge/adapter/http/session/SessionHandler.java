package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.SignInUseCase;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.openapi.api.SessionApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.LoginRequestDto;
import dev.photobridge.openapi.model.LoginResponseDto;
import java.time.Duration;
import java.util.Optional;

/// Signs operators in.
public final class SessionHandler implements SessionApi<ApiCall> {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PASSWORD = 200;
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final SignInUseCase signIn;
  private final SignInThrottle throttle;
  private final OperatorTokens tokens;

  /// Wired by the application; see the parameters' types.
  public SessionHandler(SignInUseCase signIn, SignInThrottle throttle, OperatorTokens tokens) {
    this.signIn = signIn;
    this.throttle = throttle;
    this.tokens = tokens;
  }

  @Override
  public LoginResponseDto login(ApiCall call, LoginRequestDto request) {
    String username = BodyText.upTo(LONGEST_NAME, "/username", request.username());
    String password = BodyText.upTo(LONGEST_PASSWORD, "/password", request.password());
    String address = call.clientAddress();
    Optional<Duration> wait = throttle.begin(username, address);
    if (wait.isPresent()) {
      throw throttled(wait.get());
    }
    return switch (signIn.signIn(username, password)) {
      case SignInUseCase.SignInOutcome.SignedIn signedIn -> {
        throttle.forget(username, address);
        yield token(signedIn.account());
      }
      case SignInUseCase.SignInOutcome.Wrong _ ->
          throw ErrorAnswer.of(ErrorCodeDto.CREDENTIALS_WRONG).asException();
      case SignInUseCase.SignInOutcome.Busy _ -> {
        throttle.undo(username, address);
        throw throttled(BUSY);
      }
    };
  }

  private LoginResponseDto token(AccountName operator) {
    IssuedToken token = tokens.issue(operator);
    return new LoginResponseDto(
        token.value(),
        LoginResponseDto.TokenTypeEnum.BEARER,
        Math.toIntExact(token.validFor().toSeconds()));
  }

  private static ErrorAnswerException throttled(Duration wait) {
    return ErrorAnswer.of(ErrorCodeDto.SIGN_IN_THROTTLED)
        .with(ErrorAnswer.RETRY_AFTER_SEC, Math.max(1, wait.plusMillis(999).toSeconds()))
        .asException();
  }
}
